package dev.svar.mail;

import dev.svar.message.Content;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files that stand within the text, as programs from before MIME wrote them: uuencoded ones are taken out of it; those in
 * yEnc, which no mail system passes on unharmed, are left out with a line that says so.
 */
final class InlineFiles {
    private static final String END_OF_YENC = "=yend";

    private final List<String> lines;
    private final StringBuilder text = new StringBuilder();
    private final List<MailFile> files = new ArrayList<>();
    private final int maxFiles;
    private static final int MAX_LINES = 1_000_000;

    private final int lastYencEnd;

    private InlineFiles(List<String> lines, int maxFiles) {
        this.lines = lines;
        this.maxFiles = maxFiles;
        int last = lines.size() - 1;
        while (last >= 0 && !lines.get(last).startsWith(END_OF_YENC)) {
            last--;
        }
        this.lastYencEnd = last;
    }

    static boolean mayHold(String text) {
        return text.contains("begin ") && text.lines().limit(MAX_LINES + 1L).count() <= MAX_LINES;
    }

    /** The text without the files that stood in it; those are added to the list. */
    static String takeOut(String text, List<MailFile> to, int maxFiles) {
        InlineFiles reader = new InlineFiles(text.lines().toList(), maxFiles - to.size());
        int at = 0;
        while (at < reader.lines.size()) {
            at = reader.step(at);
        }
        if (reader.files.isEmpty() && !text.contains("=ybegin ")) {
            return text;
        }
        to.addAll(reader.files);
        return reader.text.toString();
    }

    private int step(int at) {
        String line = lines.get(at);
        if (isBegin(line)) {
            int end = uuencoded(at);
            if (end > at) {
                return end;
            }
        } else if (line.startsWith("=ybegin ") && line.contains(" name=") && at < lastYencEnd) {
            String name = AttachmentName.clean(line.substring(line.indexOf(" name=") + 6));
            text.append("[The file ").append(name).append(" came in yEnc, which cannot be read from mail]\n");
            int end = at + 1;
            while (!lines.get(end).startsWith(END_OF_YENC)) {
                end++;
            }
            return end + 1;
        }
        text.append(line).append('\n');
        return at + 1;
    }

    /** {@code begin 644 name}. */
    private static boolean isBegin(String line) {
        String[] words = line.split(" ", 3);
        return words.length == 3
                && words[0].equals("begin")
                && words[1].length() >= 3
                && words[1].length() <= 4
                && words[1].chars().allMatch(c -> c >= '0' && c <= '7')
                && !words[2].isBlank();
    }

    /** Takes the file that begins here and says where the text goes on; the same place if it is no file. */
    private int uuencoded(int begin) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = begin + 1;
        while (at < lines.size() && !lines.get(at).strip().equals("end")) {
            if (!decode(lines.get(at), out)) {
                return begin;
            }
            at++;
        }
        boolean ended = at < lines.size();
        if (!ended || files.size() >= maxFiles) {
            return begin;
        }
        String name = AttachmentName.clean(lines.get(begin).split(" ", 3)[2]);
        files.add(new MailFile(
                name.isEmpty() ? "attachment.bin" : name,
                "application/octet-stream",
                Optional.empty(),
                Content.sharing(out.toByteArray())));
        return at + 1;
    }

    private static boolean decode(String line, ByteArrayOutputStream out) {
        if (line.isBlank()) {
            return true;
        }
        int length = line.charAt(0) - ' ' & 63;
        if (line.charAt(0) < ' ' || line.charAt(0) > '`' || line.length() > 100) {
            return false;
        }
        for (int i = 1, done = 0; done < length; i += 4) {
            int bits = value(line, i) << 18 | value(line, i + 1) << 12 | value(line, i + 2) << 6 | value(line, i + 3);
            for (int shift = 16; shift >= 0 && done < length; shift -= 8, done++) {
                out.write(bits >> shift);
            }
        }
        return true;
    }

    /** Blanks at the end of a line get lost on the way. */
    private static int value(String line, int at) {
        return at < line.length() ? line.charAt(at) - ' ' & 63 : 0;
    }
}
