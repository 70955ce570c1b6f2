package dev.svar.jdbc;

import dev.svar.delivery.DeliveryId;
import dev.svar.sla.SlaLevel;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkKey.EndSilence;
import dev.svar.store.WorkKey.HandOver;
import dev.svar.store.WorkKey.Offer;
import dev.svar.store.WorkKey.ReachLevel;
import dev.svar.store.WorkKey.Tell;
import dev.svar.store.WorkKey.Wake;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Names of work as text: the kind and its parts, separated by slashes. */
final class WorkKeyText {
    private static final String HAND_OVER = "hand-over";
    private static final String REACH_LEVEL = "reach-level";
    private static final String END_SILENCE = "end-silence";
    private static final String WAKE = "wake";
    private static final String OFFER = "offer";
    private static final String TELL = "tell";

    /** What a claim looks for: work of a kind, a target or a level that only a newer version knows is left to it. */
    static final List<String> KINDS = Stream.concat(
                    Stream.of(HAND_OVER, END_SILENCE, WAKE, OFFER, TELL),
                    Stream.of(SlaTarget.values())
                            .flatMap(target -> Stream.of(SlaLevel.values()).map(level -> kind(target, level))))
            .toList();

    private WorkKeyText() {}

    static String kind(WorkKey key) {
        if (key instanceof HandOver) {
            return HAND_OVER;
        } else if (key instanceof ReachLevel reach) {
            return kind(reach.target(), reach.level());
        } else if (key instanceof EndSilence) {
            return END_SILENCE;
        } else if (key instanceof Wake) {
            return WAKE;
        } else if (key instanceof Offer) {
            return OFFER;
        } else if (key instanceof Tell) {
            return TELL;
        }
        throw unknown(key);
    }

    private static String kind(SlaTarget target, SlaLevel level) {
        return String.join("/", REACH_LEVEL, target.name(), level.name());
    }

    static String write(WorkKey key) {
        if (key instanceof HandOver handOver) {
            return HAND_OVER + "/" + handOver.delivery();
        } else if (key instanceof ReachLevel reach) {
            return String.join(
                    "/",
                    REACH_LEVEL,
                    reach.ticket().toString(),
                    reach.target().name(),
                    Integer.toString(reach.cycle()),
                    reach.level().name());
        } else if (key instanceof EndSilence end) {
            return String.join(
                    "/",
                    END_SILENCE,
                    end.ticket().toString(),
                    Integer.toString(end.round()),
                    Integer.toString(end.steps()));
        } else if (key instanceof Wake wake) {
            return WAKE + "/" + wake.ticket();
        } else if (key instanceof Offer offer) {
            return OFFER + "/" + offer.ticket();
        } else if (key instanceof Tell tell) {
            return String.join("/", TELL, tell.ticket().toString(), tell.listener());
        }
        throw unknown(key);
    }

    private static IllegalStateException unknown(WorkKey key) {
        return new IllegalStateException(key.getClass() + " has no form to be stored in");
    }

    static WorkKey read(String text) {
        String[] parts = text.split("/", -1);
        return switch (parts[0]) {
            case HAND_OVER -> new HandOver(new DeliveryId(UUID.fromString(parts[1])));
            case REACH_LEVEL ->
                new ReachLevel(
                        ticket(parts),
                        Constants.named(SlaTarget.class, parts[2]),
                        Integer.parseInt(parts[3]),
                        Constants.named(SlaLevel.class, parts[4]));
            case END_SILENCE -> new EndSilence(ticket(parts), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
            case WAKE -> new Wake(ticket(parts));
            case OFFER -> new Offer(ticket(parts));
            case TELL -> new Tell(parts[2], ticket(parts));
            default -> throw Constants.unknown("work");
        };
    }

    private static TicketId ticket(String[] parts) {
        return new TicketId(UUID.fromString(parts[1]));
    }
}
