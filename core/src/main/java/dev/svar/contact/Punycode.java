package dev.svar.contact;

/** A label of a host's name in ASCII (RFC 3492). */
final class Punycode {
    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 128;
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final int[] codes;
    private final StringBuilder written = new StringBuilder();
    private int bias = FIRST_BIAS;

    private Punycode(String label) {
        this.codes = label.codePoints().toArray();
    }

    /** Of a label of at most 63 characters, without the prefix of such labels. */
    static String encode(String label) {
        return new Punycode(label).encoded();
    }

    private String encoded() {
        for (int code : codes) {
            if (code < FIRST_CODE) {
                written.append((char) code);
            }
        }
        int basic = written.length();
        if (basic > 0) {
            written.append('-');
        }
        int handled = basic;
        int delta = 0;
        for (int code = FIRST_CODE; handled < codes.length; code++) {
            int next = leastFrom(code);
            delta += (next - code) * (handled + 1);
            code = next;
            for (int each : codes) {
                if (each < code) {
                    delta++;
                } else if (each == code) {
                    write(delta);
                    bias = adapted(handled == basic ? delta / DAMP : delta / 2, handled + 1);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
        }
        return written.toString();
    }

    private int leastFrom(int code) {
        int least = Character.MAX_CODE_POINT;
        for (int each : codes) {
            if (each >= code && each < least) {
                least = each;
            }
        }
        return least;
    }

    private void write(int delta) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = Math.min(Math.max(k - bias, LEAST), MOST);
            if (rest < threshold) {
                written.append(DIGITS.charAt(rest));
                return;
            }
            written.append(DIGITS.charAt(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static int adapted(int delta, int handled) {
        int rest = delta + delta / handled;
        int k = 0;
        while (rest > (BASE - LEAST) * MOST / 2) {
            rest /= BASE - LEAST;
            k += BASE;
        }
        return k + (BASE - LEAST + 1) * rest / (rest + SKEW);
    }
}
