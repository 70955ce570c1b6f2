package dev.svar.mail;

/** A set of characters, most of them ASCII. Immutable. */
final class Signs {
    private final boolean[] ascii = new boolean[0x80];

    /** Those beyond ASCII. */
    private final String others;

    private Signs(String characters) {
        StringBuilder rest = new StringBuilder();
        for (char c : characters.toCharArray()) {
            if (c < ascii.length) {
                ascii[c] = true;
            } else {
                rest.append(c);
            }
        }
        this.others = rest.toString();
    }

    static Signs of(String characters) {
        return new Signs(characters);
    }

    /** Whether one of them stands somewhere. */
    boolean areIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (has(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    boolean has(char c) {
        return c < ascii.length ? ascii[c] : others.indexOf(c) >= 0;
    }
}
