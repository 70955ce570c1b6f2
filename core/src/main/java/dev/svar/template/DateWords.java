package dev.svar.template;

import java.util.List;

/** The words of a text that may say a date, put apart where a date, a time, an offset, a letter and a digit touch. */
final class DateWords {
    private DateWords() {}

    static List<String> of(String text) {
        StringBuilder apart = new StringBuilder();
        boolean inTime = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean afterDigit = i > 0 && Scan.digit(text.charAt(i - 1));
            boolean beforeDigit = i + 1 < text.length() && Scan.digit(text.charAt(i + 1));
            boolean between = afterDigit && beforeDigit;
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            inTime = !space && (inTime || c == ':' || (c == 't' && between));
            if (space || (c == 't' && between)) {
                apart.append(' ');
            } else if (c == ',') {
                apart.append(inTime && between ? '.' : ' ');
            } else if (afterDigit && (Character.isLetter(c) || (inTime && (c == '+' || c == '-')))) {
                apart.append(' ').append(c);
            } else if (Scan.digit(c) && i > 0 && Character.isLetter(text.charAt(i - 1))) {
                apart.append(' ').append(c);
            } else {
                apart.append(c);
            }
        }
        String words = apart.toString().strip();
        return words.isEmpty() ? List.of() : List.of(words.split(" +"));
    }
}
