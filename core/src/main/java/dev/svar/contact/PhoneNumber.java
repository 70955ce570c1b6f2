package dev.svar.contact;

import dev.svar.error.InvalidValueException;
import java.util.regex.Pattern;

/** The one spelling of a telephone number (ITU-T E.164): a plus sign, the country code, the rest, nothing between. */
final class PhoneNumber {
    private static final int MIN_DIGITS = 7;
    private static final int MAX_DIGITS = 15;

    private static final Pattern SEPARATOR = Pattern.compile("[ \\u00A0\\u202F./-]");
    private static final Pattern AREA_CODE = Pattern.compile("\\(([1-9][0-9]*)\\)");
    private static final Pattern E164 =
            Pattern.compile("\\+[1-9][0-9]{" + (MIN_DIGITS - 1) + "," + (MAX_DIGITS - 1) + "}");

    private PhoneNumber() {}

    static String canonical(String written) {
        String bare =
                AREA_CODE.matcher(SEPARATOR.matcher(written).replaceAll("")).replaceFirst("$1");
        if (!E164.matcher(bare).matches()) {
            throw new InvalidValueException(
                    "address",
                    "is not an international telephone number, it must be a plus sign, the country code and the rest: "
                            + MIN_DIGITS + " to " + MAX_DIGITS + " digits (E.164), without a leading 00 or (0)");
        }
        return bare;
    }
}
