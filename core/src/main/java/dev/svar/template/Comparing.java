package dev.svar.template;

import java.util.List;

/** Truth, equality, order and containment of values. */
final class Comparing {
    private Comparing() {}

    /** Everything but nil and false is true. */
    static boolean truthy(Value value) {
        return !value.equals(Value.NIL) && !(value instanceof Value.Bool bool && !bool.value());
    }

    static boolean equal(Value left, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return a.value().compareTo(b.value()) == 0;
        }
        if (Texts.is(left) && Texts.is(right)) {
            return Texts.of(left).equals(Texts.of(right));
        }
        if (left instanceof Value.Items a && right instanceof Value.Items b) {
            return equal(a.values(), b.values());
        }
        if (left instanceof Value.Fields a && right instanceof Value.Fields b) {
            return a.values().size() == b.values().size()
                    && a.values().entrySet().stream().allMatch(field -> {
                        Value other = b.values().get(field.getKey());
                        return other != null && equal(field.getValue(), other);
                    });
        }
        return left.equals(right);
    }

    private static boolean equal(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value is of a kind that has an order; anything else is neither less nor more. */
    static boolean ordered(Value value) {
        return value instanceof Value.Num || value instanceof Value.Moment || Texts.is(value);
    }

    /** The order of two values of one kind; a fault for others. */
    static int order(Value left, Value right) {
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            return a.value().compareTo(b.value());
        }
        if (Texts.is(left) && Texts.is(right)) {
            return Texts.of(left).compareTo(Texts.of(right));
        }
        if (left instanceof Value.Moment a && right instanceof Value.Moment b) {
            return a.value().compareTo(b.value());
        }
        throw new Fault("a " + kind(left) + " and a " + kind(right) + " have no order");
    }

    static boolean contains(Value container, Value wanted, Rendering rendering) {
        if (!truthy(wanted)) {
            return false;
        }
        if (Texts.is(container)) {
            return TextSearch.indexOf(Texts.of(container), rendering.text(wanted), 0) >= 0;
        }
        if (container instanceof Value.Items items) {
            return items.values().stream().anyMatch(element -> equal(element, wanted));
        }
        return container instanceof Value.Fields fields
                && Texts.is(wanted)
                && fields.values().containsKey(Texts.of(wanted));
    }

    static String kind(Value value) {
        if (value instanceof Value.Num) {
            return "number";
        }
        if (value instanceof Value.Bool) {
            return "boolean";
        }
        if (value instanceof Value.Moment) {
            return "point in time";
        }
        if (value instanceof Value.Items) {
            return "list";
        }
        if (value instanceof Value.Fields) {
            return "map";
        }
        return value.equals(Value.NIL) ? "nil" : "text";
    }
}
