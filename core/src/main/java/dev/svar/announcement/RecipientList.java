package dev.svar.announcement;

import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A list of recipients that was looked through line by line: those who can be written to, and which lines name nobody and
 * why. A line is an address; after a tab a language tag (BCP 47) may follow, after another one a name. Blank lines are passed
 * over, and so is a byte order mark. Nothing is looked up and nobody is left out silently: who is named twice, in whatever
 * spelling, is so in the list too and found when the mailing is planned. Immutable.
 */
public final class RecipientList {
    /** The most recipients of a list. */
    public static final int MAX_RECIPIENTS = 500_000;

    /** The most bytes of a list in its kept form. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;

    /** The most refused lines that are told; all are counted. */
    public static final int MAX_TOLD = 1000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Channel channel;
    private final Content content;
    private final int size;
    private final long refusedCount;
    private final List<RefusedLine> refused;

    private RecipientList(Reading reading) {
        this.channel = reading.channel;
        this.content = Content.sharing(reading.kept.toByteArray());
        this.size = reading.size;
        this.refusedCount = reading.refusedCount;
        this.refused = List.copyOf(reading.refused);
    }

    /**
     * Looks a list through.
     *
     * @param channel on which channel the addresses are
     * @param lines one recipient each
     * @return the list
     * @throws InvalidValueException if it has more than {@value #MAX_RECIPIENTS} recipients or {@value #MAX_BYTES} bytes
     */
    public static RecipientList of(Channel channel, Iterable<String> lines) {
        Reading reading = new Reading(channel);
        lines.forEach(reading::add);
        return new RecipientList(reading);
    }

    /**
     * Looks a list through, line by line; it is not closed. A line that is longer than any recipient's is refused without
     * being held in memory.
     *
     * @param channel on which channel the addresses are
     * @param lines UTF-8 in what was a byte stream
     * @return the list
     * @throws InvalidValueException if it has more than {@value #MAX_RECIPIENTS} recipients or {@value #MAX_BYTES} bytes
     * @throws UncheckedIOException if it cannot be read
     */
    public static RecipientList read(Channel channel, Reader lines) {
        return of(channel, () -> new BoundedLines(lines, RecipientLine.MAX_LENGTH + 1));
    }

    /** {@return on which channel the addresses are} */
    public Channel channel() {
        return channel;
    }

    /** {@return how many recipients it has, those named twice twice} */
    public int size() {
        return size;
    }

    /** {@return how many lines were refused} */
    public long refusedCount() {
        return refusedCount;
    }

    /** {@return the first {@value #MAX_TOLD} lines that were refused, in order} */
    public List<RefusedLine> refused() {
        return refused;
    }

    /** {@return the recipients in the form in which a store keeps them} */
    public Content content() {
        return content;
    }

    /**
     * Recipients of a kept list. The first of them are given out only if the whole list is what its digest says, for which it is read
     * once; the others are read from where they begin, whatever is before them.
     *
     * @param channel on which channel the addresses are
     * @param kept what {@link #content} gave
     * @param from where to begin, as {@link Part#next} said; 0 for the beginning
     * @param limit the most recipients
     * @return the recipients from there
     */
    public static Part part(Channel channel, Content kept, long from, int limit) {
        if (from == 0) {
            kept.check();
        }
        try (InputStream in = kept.open(from)) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Iterator<String> lines = new BoundedLines(reader, MAX_BYTES);
            List<Recipient> recipients = new ArrayList<>();
            long next = from;
            while (recipients.size() < limit && lines.hasNext()) {
                String line = lines.next();
                recipients.add(RecipientLine.read(channel, line));
                next += line.getBytes(StandardCharsets.UTF_8).length + 1L;
            }
            return new Part(recipients, next < kept.ref().size() ? Optional.of(next) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("a list of recipients cannot be read", e);
        }
    }

    /**
     * Some of the recipients of a list.
     *
     * @param recipients in the order of the list
     * @param next where the next ones begin; empty if these are the last
     */
    public record Part(List<Recipient> recipients, Optional<Long> next) {
        /**
         * Copies.
         *
         * @param recipients in the order of the list
         * @param next where the next ones begin
         */
        public Part {
            recipients = List.copyOf(recipients);
        }
    }

    /** A list being looked through. */
    private static final class Reading {
        private final Channel channel;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final List<RefusedLine> refused = new ArrayList<>();
        private int size;
        private long refusedCount;
        private long line;

        Reading(Channel channel) {
            this.channel = channel;
        }

        void add(String given) {
            line++;
            String text = line == 1 && given.startsWith(BYTE_ORDER_MARK) ? given.substring(1) : given;
            if (!text.isBlank()) {
                recipient(text).ifPresent(this::keep);
            }
        }

        private Optional<Recipient> recipient(String text) {
            try {
                return Optional.of(RecipientLine.read(channel, text));
            } catch (InvalidValueException e) {
                refuse(e.field() + " " + e.problem());
                return Optional.empty();
            }
        }

        private void keep(Recipient recipient) {
            size++;
            kept.writeBytes(RecipientLine.write(recipient).getBytes(StandardCharsets.UTF_8));
            if (size > MAX_RECIPIENTS || kept.size() > MAX_BYTES) {
                throw new InvalidValueException(
                        "recipients",
                        "are more than " + MAX_RECIPIENTS + " or " + MAX_BYTES + " bytes, split the list into several");
            }
        }

        private void refuse(String problem) {
            refusedCount++;
            if (refused.size() < MAX_TOLD) {
                refused.add(new RefusedLine(line, problem));
            }
        }
    }
}
