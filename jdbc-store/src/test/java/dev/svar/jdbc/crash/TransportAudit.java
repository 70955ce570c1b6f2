package dev.svar.jdbc.crash;

import dev.svar.delivery.DeliveryState;
import dev.svar.jdbc.crash.Evidence.Sent;
import dev.svar.jdbc.crash.Evidence.Sent.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** No message left twice: what a transport took, or may have taken, it was not given again. */
final class TransportAudit implements Audit {
    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        Map<String, List<Sent>> sent = new HashMap<>(evidence.sent().stream()
                .sorted(Comparator.comparing(Sent::at))
                .collect(Collectors.groupingBy(each -> digest(each.messageId()))));
        for (Row row : books.rows("delivery")) {
            List<Sent> tries =
                    Optional.ofNullable(sent.remove(row.text("message_digest"))).orElse(List.of());
            DeliveryState state = DeliveryState.valueOf(row.text("state"));
            if (!fits(state, tries)) {
                report.accept("delivery " + row.id("id") + " is " + state + ", its transport saw " + tries);
            } else if (tries.size() > row.number("attempts")) {
                report.accept("delivery " + row.id("id") + " was tried " + tries.size() + " times in "
                        + row.number("attempts") + " attempts");
            }
        }
        sent.values().forEach(tries -> report.accept("a transport saw what was never planned: " + tries));
    }

    /** Only a deferred message may be given again. */
    private static boolean fits(DeliveryState state, List<Sent> tries) {
        boolean onlyTheLastIsFinal =
                tries.stream().limit(Math.max(0, tries.size() - 1)).allMatch(each -> each.answer() == Answer.DEFERRED);
        Optional<Answer> last = tries.isEmpty()
                ? Optional.empty()
                : Optional.of(tries.get(tries.size() - 1).answer());
        return onlyTheLastIsFinal
                && switch (state) {
                    case PLANNED -> last.isEmpty();
                    case DEFERRED -> last.equals(Optional.of(Answer.DEFERRED));
                    case ACCEPTED -> last.equals(Optional.of(Answer.ACCEPTED));
                    case FAILED -> last.equals(Optional.of(Answer.FAILED));
                    case CLAIMED, UNCERTAIN -> true;
                    case SUPPRESSED -> last.isEmpty() || last.equals(Optional.of(Answer.DEFERRED));
                    case BOUNCED, DELIVERED, JOINED -> false;
                };
    }

    private static String digest(String messageId) {
        try {
            byte[] bytes = messageId.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
