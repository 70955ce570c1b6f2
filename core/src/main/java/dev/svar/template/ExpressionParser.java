package dev.svar.template;

import dev.svar.template.Comparison.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what stands inside an output or a tag, token by token; a tag takes what it needs and then {@link #end()}. */
final class ExpressionParser {
    private static final Map<String, Operator> OPERATORS = Map.of(
            "==", Operator.EQUAL,
            "!=", Operator.UNEQUAL,
            "<>", Operator.UNEQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL);

    private static final Set<String> IN_TARGETS = Set.of(".", "..", "[", "]", "(", ")");

    private final Source source;
    private final List<Token> tokens;
    private int at;
    private int depth;

    ExpressionParser(Source source, int start, int end) {
        this.source = source;
        this.tokens = TokenLexer.tokens(source, start, end);
    }

    Token peek() {
        return tokens.get(at);
    }

    Position position() {
        return source.position(peek().at());
    }

    TemplateSyntaxException expected(String what) {
        return source.error(peek().at(), String.format(Locale.ROOT, "expected %s, found %s", what, peek().shown()));
    }

    boolean acceptSymbol(String symbol) {
        return accept(peek().symbol(symbol));
    }

    boolean acceptWord(String word) {
        return accept(peek().word(word));
    }

    private boolean accept(boolean matches) {
        if (matches) {
            at++;
        }
        return matches;
    }

    void symbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw expected(symbol);
        }
    }

    String word(String what) {
        if (peek().kind() != Token.Kind.WORD) {
            throw expected(what);
        }
        return tokens.get(at++).text();
    }

    /** The name of an option with the colon that follows it. */
    boolean acceptOption(String name) {
        if (!peek().word(name) || !tokens.get(at + 1).symbol(":")) {
            return false;
        }
        at += 2;
        return true;
    }

    /** What something is assigned to: words, digits, dots and brackets with no space between them. */
    Target target() {
        Token first = peek();
        int end = first.at();
        while (peek().at() == end && ofTarget(peek())) {
            end += tokens.get(at++).text().length();
        }
        if (end == first.at()) {
            throw expected("the name of a variable");
        }
        return new Target(source.text().substring(first.at(), end), source.position(first.at()));
    }

    private static boolean ofTarget(Token token) {
        return switch (token.kind()) {
            case WORD -> !token.text().endsWith("?");
            case NUMBER -> true;
            case SYMBOL -> IN_TARGETS.contains(token.text());
            case STRING, END -> false;
        };
    }

    /** The same as a string that is not empty. */
    Optional<Target> quotedTarget() {
        Token token = peek();
        if (token.kind() != Token.Kind.STRING || token.text().isEmpty()) {
            return Optional.empty();
        }
        at++;
        return Optional.of(new Target(token.text(), source.position(token.at())));
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    void end() {
        if (!atEnd()) {
            throw expected("the end of the tag");
        }
    }

    /** What stands between two tokens, as a name for it. */
    String textSince(Token first) {
        return source.text().substring(first.at(), peek().at()).strip();
    }

    /** An operand with its filters, up to the end. */
    Expression filtered() {
        Expression input = atEnd() ? new Expression.Literal(Value.NIL) : operand();
        List<FilterCall> calls = new ArrayList<>();
        while (acceptSymbol("|")) {
            calls.add(filter());
        }
        if (!atEnd()) {
            throw expected("a filter or the end");
        }
        return calls.isEmpty() ? input : new Filtered(input, calls);
    }

    private FilterCall filter() {
        Position position = position();
        Token first = peek();
        String name = word("the name of a filter");
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        if (acceptSymbol(":")) {
            do {
                argument(positional, named);
            } while (acceptSymbol(","));
        }
        if (positional.size() + named.size() > Limits.ARGUMENTS) {
            throw source.error(
                    first.at(), String.format(Locale.ROOT, "expected at most %d arguments", Limits.ARGUMENTS));
        }
        return new FilterCall(name, Filters.find(name), positional, named, position);
    }

    private void argument(List<Expression> positional, Map<String, Expression> named) {
        if (peek().kind() == Token.Kind.WORD && tokens.get(at + 1).symbol(":")) {
            String name = word("the name of an argument");
            symbol(":");
            named.put(name, operand());
        } else {
            positional.add(operand());
        }
    }

    Condition condition() {
        List<Condition> terms = new ArrayList<>();
        List<Boolean> ors = new ArrayList<>();
        terms.add(term());
        while (peek().word("and") || peek().word("or")) {
            ors.add(peek().word("or"));
            at++;
            terms.add(term());
        }
        return terms.size() == 1 ? terms.get(0) : new Condition.Chain(List.copyOf(terms), List.copyOf(ors));
    }

    private Condition term() {
        Position position = position();
        Expression left = operand();
        Optional<Operator> operator = operator();
        return operator.isEmpty()
                ? new Condition.Truth(left)
                : new Comparison(left, operator.get(), operand(), position);
    }

    private Optional<Operator> operator() {
        if (acceptWord("contains")) {
            return Optional.of(Operator.CONTAINS);
        }
        Optional<Operator> operator = peek().kind() == Token.Kind.SYMBOL
                ? Optional.ofNullable(OPERATORS.get(peek().text()))
                : Optional.empty();
        if (operator.isPresent()) {
            at++;
        }
        return operator;
    }

    /** A literal, a range or a path. */
    Expression operand() {
        Token token = peek();
        return switch (token.kind()) {
            case STRING -> {
                at++;
                yield new Expression.Literal(new Value.Text(token.text()));
            }
            case NUMBER -> {
                at++;
                yield new Expression.Literal(new Value.Num(new BigDecimal(token.text())));
            }
            case WORD -> wordOrPath(token);
            default -> token.symbol("(") ? range() : token.symbol("[") ? indirect() : missing();
        };
    }

    private Expression missing() {
        throw expected("a value");
    }

    private Expression wordOrPath(Token token) {
        Position position = position();
        at++;
        if (!peek().symbol(".") && !peek().symbol("[")) {
            Optional<Expression> literal = named(token.text());
            if (literal.isPresent()) {
                return literal.get();
            }
        }
        return new Path(new Expression.Literal(new Value.Text(token.text())), steps(), position);
    }

    private static Optional<Expression> named(String word) {
        return switch (word) {
            case "nil", "null" -> Optional.of(new Expression.Literal(Value.NIL));
            case "true" -> Optional.of(new Expression.Literal(new Value.Bool(true)));
            case "false" -> Optional.of(new Expression.Literal(new Value.Bool(false)));
            case "empty" -> Optional.of(Emptiness.EMPTY);
            case "blank" -> Optional.of(Emptiness.BLANK);
            default -> Optional.empty();
        };
    }

    private List<Path.Step> steps() {
        List<Path.Step> steps = new ArrayList<>();
        while (true) {
            if (acceptSymbol(".")) {
                steps.add(new Path.Step(new Expression.Literal(new Value.Text(word("the name of a field"))), true));
            } else if (peek().symbol("[")) {
                steps.add(new Path.Step(bracketed(), false));
            } else {
                return steps;
            }
        }
    }

    private Expression indirect() {
        Position position = position();
        Expression name = bracketed();
        return new Path(name, steps(), position);
    }

    private Expression bracketed() {
        enter();
        symbol("[");
        Expression inner = operand();
        symbol("]");
        depth--;
        return inner;
    }

    private Expression range() {
        Position position = position();
        enter();
        symbol("(");
        Expression first = operand();
        symbol("..");
        Expression last = operand();
        symbol(")");
        depth--;
        return new RangeExpression(first, last, position);
    }

    private void enter() {
        if (++depth > Limits.DEPTH) {
            throw source.error(
                    peek().at(), String.format(Locale.ROOT, "expected at most %d nested brackets", Limits.DEPTH));
        }
    }
}
