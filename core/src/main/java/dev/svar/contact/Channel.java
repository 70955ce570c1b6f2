package dev.svar.contact;

import dev.svar.error.Check;
import java.util.Locale;

/**
 * A way to reach somebody. An open set: a host may name its own (and give the desk a transport for it).
 *
 * @param name lower-case name, at most {@value #MAX_LENGTH} characters
 */
public record Channel(String name) {
    /** The most characters a name may have. */
    public static final int MAX_LENGTH = 32;

    /** Electronic mail. */
    public static final Channel MAIL = new Channel("mail");

    /** Telephone, addressed by the number in the form of ITU-T E.164. */
    public static final Channel PHONE = new Channel("phone");

    /** The host application itself: its own forms and screens, addressed by the host's user id. */
    public static final Channel HOST = new Channel("host");

    /**
     * Checks the name and folds it to lower case.
     *
     * @param name lower-case name
     */
    public Channel {
        name = Check.line("channel", name, MAX_LENGTH).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
