package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.error.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the addresses of a header field (RFC 5322) in one pass: with names, quotes, comments and groups, and with what
 * senders do to them, such as semicolons between addresses, commas in bare names and quotes that never end.
 */
final class AddressList {
    private final String text;
    private final List<MailPerson> people = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private int searched;
    private final StringBuilder comment = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private boolean hasAngle;
    private int entryStart;
    private String namePrefix = "";

    private AddressList(String text) {
        this.text = text;
    }

    /** Everybody named in the value, as far as they have a mail address. */
    static List<MailPerson> parse(String value) {
        return new AddressList(value).everybody();
    }

    /** The mail address of that text, if it is one. */
    static Optional<Address> address(String text) {
        String bare = text.strip();
        if (bare.length() > Address.MAX_LENGTH || bare.indexOf('@') < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(Address.mail(bare));
        } catch (InvalidValueException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private List<MailPerson> everybody() {
        int at = 0;
        while (at < text.length()) {
            at = step(at);
        }
        flush(text.length());
        return people;
    }

    private int step(int at) {
        char c = text.charAt(at);
        switch (c) {
            case '"' -> {
                return quoted(at + 1);
            }
            case '(' -> {
                return comment(at + 1);
            }
            case '<' -> {
                return angle(at + 1);
            }
            case ',', ';' -> flush(at);
            case ':' -> {
                boolean groupName = !hasAngle && !phraseHasAt();
                if (groupName) {
                    startPhrase();
                    entryStart = at + 1;
                } else {
                    phrase.append(c);
                }
            }
            default -> phrase.append(c);
        }
        return at + 1;
    }

    private void startPhrase() {
        phrase.setLength(0);
        searched = 0;
    }

    /** Each character is looked at once, however often it is asked. */
    private boolean phraseHasAt() {
        int found = phrase.indexOf("@", searched);
        searched = found < 0 ? phrase.length() : found;
        return found >= 0;
    }

    private int quoted(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
            at += escape ? 1 : 0;
            phrase.append(text.charAt(at));
            at++;
        }
        return at + 1;
    }

    private int comment(int from) {
        int depth = 1;
        int at = from;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                comment.append(c);
            }
            at++;
        }
        return at;
    }

    private int angle(int from) {
        int at = from;
        angle.setLength(0);
        while (at < text.length() && text.charAt(at) != '>') {
            angle.append(text.charAt(at));
            at++;
        }
        hasAngle = true;
        return at + 1;
    }

    private void flush(int end) {
        String name = namePrefix + phrase.toString().strip();
        String bare = hasAngle ? withoutRoute(angle.toString()) : phrase.toString();
        Optional<Address> found = address(bare).or(() -> anywhereIn(text.substring(entryStart, end)));
        if (found.isPresent()) {
            boolean named = hasAngle || !found.get().value().equals(name.toLowerCase(Locale.ROOT));
            people.add(new MailPerson(found.get(), displayName(named && hasAngle ? name : comment.toString())));
        }
        boolean maybeHalfAName = found.isEmpty() && !hasAngle && end < text.length() && text.charAt(end) == ',';
        namePrefix = maybeHalfAName && !name.isBlank() ? PlainText.cut(name, Contact.MAX_NAME_LENGTH) + ", " : "";
        startPhrase();
        comment.setLength(0);
        angle.setLength(0);
        hasAngle = false;
        entryStart = end + 1;
    }

    private static String withoutRoute(String angle) {
        int colon = angle.startsWith("@") ? angle.indexOf(':') : -1;
        String bare = angle.substring(colon + 1).strip();
        return bare.regionMatches(true, 0, "mailto:", 0, 7) ? bare.substring(7) : bare;
    }

    /** For what follows no rule: the last word that could be an address. */
    private static Optional<Address> anywhereIn(String entry) {
        int at = entry.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        int start = at;
        while (start > 0 && " \t<>\"'(),;:[]".indexOf(entry.charAt(start - 1)) < 0) {
            start--;
        }
        int end = at + 1;
        while (end < entry.length() && " \t<>\"'(),;:[]".indexOf(entry.charAt(end)) < 0) {
            end++;
        }
        return address(entry.substring(start, end));
    }

    private static String displayName(String raw) {
        String name = PlainText.line(EncodedWords.decode(raw), Contact.MAX_NAME_LENGTH);
        char first = name.length() > 2 ? name.charAt(0) : ' ';
        boolean quotedTwice = (first == '\'' || first == '"') && name.charAt(name.length() - 1) == first;
        return quotedTwice ? name.substring(1, name.length() - 1).strip() : name;
    }
}
