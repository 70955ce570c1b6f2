package dev.svar.mail;

/** A line of nothing but an address, a telephone number or a link, with a short label perhaps. */
final class ContactLine {
    private static final int MIN_NUMBER_DIGITS = 7;
    private static final int MAX_LABEL_LENGTH = 12;

    private ContactLine() {}

    static boolean is(String words) {
        String value = withoutLabel(words);
        boolean oneWord = value.indexOf(' ') < 0;
        boolean link = value.startsWith("http://") || value.startsWith("https://") || value.startsWith("www.");
        return (oneWord && (link || value.indexOf('@') > 0)) || isNumber(value);
    }

    private static String withoutLabel(String words) {
        int end = 0;
        while (end < words.length() && end < MAX_LABEL_LENGTH && Character.isLetter(words.charAt(end))) {
            end++;
        }
        boolean label = end > 0 && end < words.length() && (words.charAt(end) == ':' || words.charAt(end) == '.');
        return label && !words.startsWith("www") && !words.startsWith("http")
                ? words.substring(end + 1).strip()
                : words;
    }

    private static boolean isNumber(String value) {
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean part = c >= '0' && c <= '9';
            digits += part ? 1 : 0;
            if (!part && "+-()/. ".indexOf(c) < 0) {
                return false;
            }
        }
        return digits >= MIN_NUMBER_DIGITS;
    }
}
