package dev.svar.jdbc.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What was seen outside of the database. Times are those of {@link System#nanoTime}, which all processes of a machine share.
 *
 * @param acknowledged the commands that somebody was told are done
 * @param sent what transports were given, in no particular order
 * @param told what a listener was told
 * @param outages when something was killed, until it was back
 */
record Evidence(List<Acknowledged> acknowledged, List<Sent> sent, List<Told> told, List<Outage> outages) {
    /** What stands in the journals of a folder. */
    static Evidence of(Path journals, List<Outage> outages) throws IOException {
        return new Evidence(
                Journal.lines(journals, Journal.ACKNOWLEDGED).stream()
                        .map(Acknowledged::parse)
                        .toList(),
                Journal.lines(journals, Journal.SENT).stream().map(Sent::parse).toList(),
                Journal.lines(journals, Journal.TOLD).stream().map(Told::parse).toList(),
                outages);
    }

    /** A command that is done. The nonce is whose or what nobody else said; the version is 0 if it was not told. */
    record Acknowledged(String kind, String nonce, UUID ticket, long version) {
        static Acknowledged parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Acknowledged(parts[0], parts[1], UUID.fromString(parts[2]), Long.parseLong(parts[3]));
        }

        String line() {
            return String.join(" ", kind, nonce, ticket.toString(), Long.toString(version));
        }
    }

    /** A message that a transport was given, and what it was going to answer. */
    record Sent(long at, String messageId, Answer answer) {
        enum Answer {
            ACCEPTED,
            DEFERRED,
            FAILED,
            UNCERTAIN
        }

        static Sent parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Sent(Long.parseLong(parts[0]), parts[1], Answer.valueOf(parts[2]));
        }

        String line() {
            return String.join(" ", Long.toString(at), messageId, answer.name());
        }
    }

    /** Events of a ticket that the listener was told, the first and the last of them. */
    record Told(long at, UUID ticket, long from, long to) {
        static Told parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Told(
                    Long.parseLong(parts[0]),
                    UUID.fromString(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]));
        }

        String line() {
            return String.join(" ", Long.toString(at), ticket.toString(), Long.toString(from), Long.toString(to));
        }
    }

    /** From just before the kill until what was killed works again. */
    record Outage(String what, long from, long to) {}
}
