package dev.svar.mail;

/** Undoes what keeps addresses in reports to ASCII: {@code \x{C3B8}} (RFC 6533) and {@code +2B} (xtext, RFC 3461). */
final class UnicodeAddress {
    private UnicodeAddress() {}

    static String decode(String address) {
        StringBuilder out = new StringBuilder(address.length());
        int at = 0;
        while (at < address.length()) {
            int end = address.startsWith("\\x{", at) ? address.indexOf('}', at) : -1;
            int point = end > 0 && end - at <= 9 ? hex(address.substring(at + 3, end)) : -1;
            int xtext = address.charAt(at) == '+' && at + 3 <= address.length()
                    ? hex(address.substring(at + 1, at + 3))
                    : -1;
            if (Character.isValidCodePoint(point)) {
                out.appendCodePoint(point);
                at = end + 1;
            } else if (xtext == '+' || xtext == '=') {
                // A plus sign is common in addresses, so only what must be written in xtext is taken for it.
                out.append((char) xtext);
                at += 3;
            } else {
                out.append(address.charAt(at));
                at++;
            }
        }
        return out.toString();
    }

    private static int hex(String digits) {
        boolean hex = !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return hex ? Integer.parseInt(digits, 16) : -1;
    }
}
