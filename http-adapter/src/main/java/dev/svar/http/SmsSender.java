package dev.svar.http;

import dev.svar.error.InvalidValueException;
import java.util.regex.Pattern;

/** Whom a text message is said to be from: a number, a short code, or up to eleven letters, digits and spaces. */
final class SmsSender {
    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9]{3,15}|[A-Za-z0-9 ]{1,11}");

    private SmsSender() {}

    static String checked(String from) {
        if (!SHAPE.matcher(from).matches() || from.isBlank()) {
            throw new InvalidValueException(
                    "sms.from", "must be a number of 3 to 15 digits or 1 to 11 letters of ASCII, digits and spaces");
        }
        return from;
    }
}
