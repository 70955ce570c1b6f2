package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts what stands inside an output or a tag into tokens, in one pass. */
final class TokenLexer {
    private static final List<String> LONG_SYMBOLS = List.of("==", "!=", "<>", "<=", ">=", "..");
    private static final String SYMBOLS = "|:,.[]()=<>";

    private final Source source;
    private final String text;
    private final int end;
    private int at;

    private TokenLexer(Source source, int start, int end) {
        this.source = source;
        this.text = source.text();
        this.at = start;
        this.end = end;
    }

    static List<Token> tokens(Source source, int start, int end) {
        TokenLexer lexer = new TokenLexer(source, start, end);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        at = Scan.skipWhitespace(text, at, end);
        if (at >= end) {
            return new Token(Token.Kind.END, "", end);
        }
        char c = text.charAt(at);
        if (Scan.wordStart(c)) {
            return word();
        }
        if (Scan.digit(c) || (c == '-' && at + 1 < end && Scan.digit(text.charAt(at + 1)))) {
            return number();
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        return symbol(c);
    }

    private Token word() {
        int start = at;
        while (at < end && (Scan.wordPart(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        if (at < end && text.charAt(at) == '?') {
            at++;
        }
        return new Token(Token.Kind.WORD, text.substring(start, at), start);
    }

    private Token number() {
        int start = at++;
        digits();
        if (at + 1 < end && text.charAt(at) == '.' && Scan.digit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        if (at - start > Value.MAX_DIGITS) {
            throw source.error(
                    start, String.format(Locale.ROOT, "expected a number of at most %d digits", Value.MAX_DIGITS));
        }
        return new Token(Token.Kind.NUMBER, text.substring(start, at), start);
    }

    private void digits() {
        while (at < end && Scan.digit(text.charAt(at))) {
            at++;
        }
    }

    private Token string(char quote) {
        int start = at;
        int close = Scan.indexOf(text, quote, start + 1, end);
        if (close < 0) {
            throw source.error(start, String.format(Locale.ROOT, "expected %s to close this string", quote));
        }
        at = close + 1;
        return new Token(Token.Kind.STRING, text.substring(start + 1, close), start);
    }

    private Token symbol(char c) {
        int start = at;
        for (String symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at) && at + 2 <= end) {
                at += 2;
                return new Token(Token.Kind.SYMBOL, symbol, start);
            }
        }
        if (SYMBOLS.indexOf(c) < 0) {
            throw source.error(start, "expected a variable, a literal or an operator, found " + c);
        }
        at++;
        return new Token(Token.Kind.SYMBOL, String.valueOf(c), start);
    }
}
