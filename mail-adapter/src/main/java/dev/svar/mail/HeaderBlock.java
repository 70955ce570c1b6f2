package dev.svar.mail;

import dev.svar.mail.ThreadWords.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of a mail's header that programs write above the mail that is answered. People fill in "From: Oslo, To:
 * Bergen" too, so a block needs a sender and two other fields, and something that only mail has: an address, a subject, or
 * a day with its time between sender and recipient.
 */
final class HeaderBlock {
    private static final int MAX_LINES = 24;
    private static final int MAX_BROKEN_LINES = 2;
    private static final int MIN_FOREIGN_FIELDS = 3;
    private static final int MAX_LABEL_LENGTH = 25;

    private HeaderBlock() {}

    /** Where the block that begins at a line ends, exclusive; the line itself if none begins there. */
    static int end(List<ReplyLine> lines, int at) {
        Field first = lines.get(at).field();
        if (first == Field.NONE || first == Field.OTHER) {
            return at;
        }
        if (first == Field.FROM && isOneLine(lines.get(at).words())) {
            return at + 1;
        }
        Set<Field> fields = EnumSet.noneOf(Field.class);
        boolean address = false;
        boolean sender = false;
        boolean dated = false;
        int end = at;
        int others = 0;
        for (int i = at; i < lines.size() && i - at < MAX_LINES && others <= MAX_BROKEN_LINES; i++) {
            ReplyLine line = lines.get(i);
            others = line.field() == Field.NONE ? others + 1 : 0;
            if (line.field() != Field.NONE) {
                fields.add(line.field());
                end = i + 1;
            } else if (line.depth > 0) {
                break;
            }
            boolean inOrder = fields.contains(Field.FROM) && !fields.contains(Field.TO);
            boolean addressed = line.words().indexOf('@') > 0;
            address |= addressed;
            sender |= addressed && fields.size() == 1 && fields.contains(Field.FROM);
            dated |= line.field() == Field.SENT
                    && inOrder
                    && DayAndTime.hasDay(line.words())
                    && DayAndTime.hasTime(line.words());
        }
        boolean three = fields.size() >= 3
                && fields.contains(Field.FROM)
                && (address || dated || fields.contains(Field.SUBJECT));
        boolean two = sender && (fields.contains(Field.SENT) || fields.contains(Field.SUBJECT));
        return three || two ? end : at;
    }

    /** Whether all fields stand on one line, as they do where line ends were lost. */
    private static boolean isOneLine(String words) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        int from = 0;
        for (int colon = words.indexOf(':'); colon >= 0; colon = words.indexOf(':', colon + 1)) {
            fields.add(fieldBefore(words, from, colon));
            from = colon + 1;
        }
        return fields.contains(Field.FROM) && fields.contains(Field.SENT) && fields.contains(Field.SUBJECT);
    }

    private static Field fieldBefore(String words, int from, int colon) {
        int space = words.lastIndexOf(' ', colon - 2);
        Field one = ThreadWords.field(words, Math.max(from, space + 1), Math.max(from, colon));
        if (one != Field.NONE || space < from) {
            return one;
        }
        int before = words.lastIndexOf(' ', space - 1);
        return ThreadWords.field(words, Math.max(from, before + 1), colon);
    }

    /** Whether an address in brackets stands in plain words, as behind the name of a sender. */
    static boolean isSender(String words) {
        int open = Math.max(words.indexOf('<'), words.indexOf("[mailto:"));
        int at = open < 0 ? -1 : words.indexOf('@', open);
        return at > 0 && Math.max(words.indexOf('>', at), words.indexOf(']', at)) > 0;
    }

    /** Whether a day and a time stand in plain words. */
    static boolean isTime(String words) {
        return DayAndTime.hasDay(words) && DayAndTime.hasTime(words);
    }

    /** Whether a line names a sender with his address behind a label of any language. */
    static boolean isForeignSender(ReplyLine line) {
        return isLabel(line.words()) && isSender(line.words());
    }

    /**
     * Where a block whose language nobody knows ends, exclusive: lines that read "name: value", the second one when the
     * sender in the first one wrote; the line itself if none begins there.
     *
     * @param ruled whether a ruled line stands above, so that three lines are enough
     */
    static int foreignEnd(List<ReplyLine> lines, int at, boolean ruled) {
        int labels = 0;
        int end = at;
        boolean timed = false;
        for (int i = at; i < lines.size() && i - at < MAX_LINES; i++) {
            ReplyLine line = lines.get(i);
            if (line.blank) {
                continue;
            }
            if (!isLabel(line.words())) {
                break;
            }
            labels++;
            timed |= labels == 2 && isTime(line.words());
            end = i + 1;
        }
        return timed && labels >= (ruled ? MIN_FOREIGN_FIELDS : MIN_FOREIGN_FIELDS + 1) ? end : at;
    }

    /** Whether a line begins with a few words of letters and a colon. */
    private static boolean isLabel(String words) {
        int colon = words.indexOf(':');
        if (colon <= 0 || colon > MAX_LABEL_LENGTH || !Character.isLetter(words.charAt(0))) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char c = words.charAt(i);
            if (c == '<' || c == '@' || (c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether lines that read "name: value", one of them with an address, follow a separator, in whatever language. Not
     * enough on its own.
     */
    static boolean isForeign(List<ReplyLine> lines, int at) {
        int labels = 0;
        boolean address = false;
        for (int i = at; i < lines.size() && i - at <= MIN_FOREIGN_FIELDS + MAX_BROKEN_LINES; i++) {
            String words = lines.get(i).words();
            int colon = words.indexOf(':');
            if (colon > 0 && colon <= MAX_LABEL_LENGTH && colon + 1 < words.length()) {
                labels++;
                address |= words.indexOf('@') > 0;
            } else if (!words.isEmpty() && labels > 0) {
                address |= words.indexOf('@') > 0;
            }
        }
        return labels >= MIN_FOREIGN_FIELDS && address;
    }
}
