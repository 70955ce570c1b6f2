package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.mail.SplitReply.Kind;
import dev.svar.mail.SplitReply.Piece;
import dev.svar.message.ForwardedMessage;
import java.util.List;
import java.util.Optional;

/** Finds who wrote what a mail passes on, by the header lines that mail programs put above it. */
final class ForwardReader {
    /** So many lines below the beginning the header lines begin at the latest. */
    private static final int MAX_LEAD = 6;

    private ForwardReader() {}

    static Optional<ForwardedMessage> of(SplitReply reply, String subject) {
        return reply.pieces().stream()
                .filter(piece -> piece.kind() == Kind.FORWARDED)
                .findFirst()
                .flatMap(piece -> of(piece, subject));
    }

    private static Optional<ForwardedMessage> of(Piece piece, String subject) {
        List<ReplyLine> lines = ReplyLine.of(piece.text());
        for (int at = 0; at < lines.size() && at <= MAX_LEAD; at++) {
            int end = HeaderBlock.end(lines, at);
            if (end > at) {
                String text = text(lines.subList(end, lines.size()), subject);
                return sender(lines.subList(at, end))
                        .map(from -> new ForwardedMessage(from.address(), from.name(), text));
            }
        }
        return Optional.empty();
    }

    private static Optional<MailPerson> sender(List<ReplyLine> block) {
        for (int i = 0; i < block.size(); i++) {
            if (block.get(i).field() == ThreadWords.Field.FROM) {
                boolean broken = i + 1 < block.size() && block.get(i + 1).field() == ThreadWords.Field.NONE;
                String value =
                        block.get(i).text() + (broken ? " " + block.get(i + 1).text() : "");
                return AddressList.parse(value.substring(PlainWords.colon(value, 0) + 1)).stream()
                        .findFirst()
                        .map(ForwardReader::withoutMarks);
            }
        }
        return Optional.empty();
    }

    /** Programs that write bold lines in plain text leave stars around what they say. */
    private static MailPerson withoutMarks(MailPerson person) {
        Address address = person.address();
        return new MailPerson(address, person.name().replace("*", "").strip());
    }

    private static String text(List<ReplyLine> lines, String subject) {
        String text = lines.isEmpty() ? "" : lines.get(0).textTo(lines.get(lines.size() - 1));
        return ReplySplitter.ofText(text.strip(), subject).visible();
    }
}
