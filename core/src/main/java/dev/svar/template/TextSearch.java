package dev.svar.template;

/** Finding one text in another in linear time, whatever both are. */
final class TextSearch {
    private static final int SHORT = 16;

    private TextSearch() {}

    static int indexOf(String text, String wanted, int from) {
        if (wanted.length() > text.length() - from) {
            return -1;
        }
        if (wanted.length() <= SHORT) {
            return text.indexOf(wanted, from);
        }
        return search(text, wanted, borders(wanted), from);
    }

    /** Knuth, Morris, Pratt (1977): the length of the longest border of every beginning of what is wanted. */
    static int[] borders(String wanted) {
        int[] borders = new int[wanted.length()];
        for (int i = 1, length = 0; i < wanted.length(); i++) {
            while (length > 0 && wanted.charAt(i) != wanted.charAt(length)) {
                length = borders[length - 1];
            }
            if (wanted.charAt(i) == wanted.charAt(length)) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }

    static int search(String text, String wanted, int[] borders, int from) {
        int matched = 0;
        for (int i = from; i < text.length(); i++) {
            while (matched > 0 && text.charAt(i) != wanted.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(i) == wanted.charAt(matched) && ++matched == wanted.length()) {
                return i - matched + 1;
            }
        }
        return -1;
    }
}
