package dev.svar.template;

import dev.svar.template.TemplateProblem.Kind;
import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What filters take and make, as far as it is known without data. */
final class FilterTypes {
    private static final Set<String> ARITHMETIC = Set.of(
            "plus", "minus", "times", "divided_by", "modulo", "abs", "ceil", "floor", "round", "at_least", "at_most");
    private static final Set<String> COUNTED = Set.of("truncate", "truncatewords", "slice");
    private static final Set<String> NUMBERS = Set.of("size", "sum", "find_index");
    private static final Set<String> OF_LISTS = Set.of(
            "map", "where", "reject", "find", "find_index", "has", "sum", "sort", "sort_natural", "uniq", "compact");
    private static final Set<String> LIST_TO_LIST =
            Set.of("where", "reject", "sort", "sort_natural", "uniq", "compact", "reverse", "concat");
    private static final Set<String> TO_ELEMENT = Set.of("find", "first", "last");

    private FilterTypes() {}

    static Type check(FilterCall call, Type input, Review review) {
        List<Type> arguments = call.positional().stream()
                .map(argument -> argument.type(review))
                .toList();
        call.named().values().forEach(argument -> argument.type(review));
        if (call.entry().isEmpty()) {
            review.problem(
                    call.at(),
                    Kind.UNKNOWN_FILTER,
                    "there is no filter " + Texts.shown(call.name()),
                    NearMiss.of(call.name(), Filters.names()));
            return Scalar.ANY;
        }
        Optional<String> count =
                call.entry().get().wrongCount(arguments.size() + (call.named().isEmpty() ? 0 : 1));
        count.ifPresent(problem -> review.problem(call.at(), Kind.WRONG_ARGUMENT, call.name() + ": " + problem));
        if (count.isEmpty()) {
            wrong(call, input, arguments, review);
        }
        return result(call, input, arguments);
    }

    private static void wrong(FilterCall call, Type input, List<Type> arguments, Review review) {
        String name = call.name();
        if (ARITHMETIC.contains(name) && !number(input)) {
            wrong(call, "takes a number, not a " + Review.called(input), review);
        } else if (name.equals("date") && (input == Scalar.BOOLEAN || !(input instanceof Scalar))) {
            wrong(call, "takes a point in time, not a " + Review.called(input), review);
        } else if (OF_LISTS.contains(name) && input instanceof Scalar && input != Scalar.ANY && input != Scalar.TEXT) {
            wrong(call, "takes a list, not a " + Review.called(input), review);
        } else if (name.equals("concat") && arguments.get(0) instanceof Scalar scalar && scalar != Scalar.ANY) {
            wrong(call, "takes a list to add, not a " + Review.called(scalar), review);
        }
        if (ARITHMETIC.contains(name) || COUNTED.contains(name)) {
            int counts = name.equals("slice") ? 2 : 1;
            for (int i = 0; i < Math.min(counts, arguments.size()); i++) {
                if (!number(arguments.get(i)) || !numeric(call.positional().get(i))) {
                    wrong(call, "takes a number as its argument", review);
                }
            }
        }
        String field = field(call);
        if (!field.isEmpty()
                && element(input) instanceof ObjectOf object
                && !object.fields().containsKey(field)) {
            review.problem(
                    call.positionOf(0),
                    Kind.UNKNOWN_PLACEHOLDER,
                    "the elements have no " + Texts.shown(field),
                    NearMiss.of(field, object.fields().keySet()));
        }
    }

    private static void wrong(FilterCall call, String problem, Review review) {
        review.problem(call.at(), Kind.WRONG_ARGUMENT, call.name() + " " + problem);
    }

    /** A text may say a number; whether it does is seen only with data. */
    private static boolean number(Type type) {
        return type == Scalar.NUMBER || type == Scalar.TEXT || type == Scalar.ANY;
    }

    private static boolean numeric(Expression argument) {
        String text = Path.constant(argument);
        return text == null || Numbers.parse(text).isPresent();
    }

    private static String field(FilterCall call) {
        String name = call.positional().isEmpty()
                ? null
                : Path.constant(call.positional().get(0));
        return name != null && OF_LISTS.contains(call.name()) ? name : "";
    }

    private static Type element(Type type) {
        return type instanceof ListOf list ? list.element() : type instanceof ObjectOf ? type : Scalar.ANY;
    }

    private static Type result(FilterCall call, Type input, List<Type> arguments) {
        String name = call.name();
        if (ARITHMETIC.contains(name) || NUMBERS.contains(name)) {
            return Scalar.NUMBER;
        } else if (name.equals("has")) {
            return Scalar.BOOLEAN;
        } else if (name.equals("default")) {
            return arguments.isEmpty() || arguments.get(0).equals(input) ? input : Scalar.ANY;
        } else if (name.equals("split")) {
            return new ListOf(Scalar.TEXT);
        } else if (name.equals("map")) {
            Type field =
                    element(input) instanceof ObjectOf object ? object.fields().get(field(call)) : null;
            return new ListOf(field == null ? Scalar.ANY : field);
        } else if (LIST_TO_LIST.contains(name)) {
            return input instanceof ListOf ? input : new ListOf(element(input));
        } else if (TO_ELEMENT.contains(name)) {
            return input instanceof ListOf list ? list.element() : Scalar.ANY;
        } else if (name.equals("slice") && input instanceof ListOf) {
            return input;
        }
        return Scalar.TEXT;
    }
}
