package dev.svar.store;

import dev.svar.announcement.IncidentId;
import dev.svar.contact.Channel;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.MailingId;
import dev.svar.error.InvalidValueException;
import dev.svar.sla.SlaLevel;
import dev.svar.store.WorkKey.EndSilence;
import dev.svar.store.WorkKey.Fetch;
import dev.svar.store.WorkKey.HandOver;
import dev.svar.store.WorkKey.LearnPhrasing;
import dev.svar.store.WorkKey.Offer;
import dev.svar.store.WorkKey.PlanMailing;
import dev.svar.store.WorkKey.ReachLevel;
import dev.svar.store.WorkKey.RemindOfRating;
import dev.svar.store.WorkKey.SolveIncident;
import dev.svar.store.WorkKey.Tell;
import dev.svar.store.WorkKey.Wake;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketId;
import java.util.UUID;

/** Names of work as text: the kind and its parts, separated by slashes; only the last part may hold one itself. */
final class WorkKeyText {
    private static final String HAND_OVER = "hand-over";
    private static final String REACH_LEVEL = "reach-level";
    private static final String END_SILENCE = "end-silence";
    private static final String WAKE = "wake";
    private static final String REMIND_OF_RATING = "remind-of-rating";
    private static final String OFFER = "offer";
    private static final String LEARN_PHRASING = "learn-phrasing";
    private static final String PLAN_MAILING = "plan-mailing";
    private static final String SOLVE_INCIDENT = "solve-incident";
    private static final String TELL = "tell";
    private static final String FETCH = "fetch";

    private WorkKeyText() {}

    static String write(WorkKey key) {
        if (key instanceof HandOver handOver) {
            return join(HAND_OVER, handOver.delivery(), handOver.channel());
        } else if (key instanceof ReachLevel reach) {
            return join(
                    REACH_LEVEL,
                    reach.ticket(),
                    reach.target().name(),
                    reach.cycle(),
                    reach.level().label());
        } else if (key instanceof EndSilence end) {
            return join(END_SILENCE, end.ticket(), end.round(), end.steps());
        } else if (key instanceof Wake wake) {
            return join(WAKE, wake.ticket());
        } else if (key instanceof RemindOfRating remind) {
            return join(REMIND_OF_RATING, remind.ticket());
        } else if (key instanceof Offer offer) {
            return join(OFFER, offer.ticket());
        } else if (key instanceof LearnPhrasing learn) {
            return join(LEARN_PHRASING, learn.ticket());
        } else if (key instanceof PlanMailing plan) {
            return join(PLAN_MAILING, plan.mailing(), plan.channel());
        } else if (key instanceof SolveIncident solve) {
            return join(SOLVE_INCIDENT, solve.incident());
        } else if (key instanceof Tell tell) {
            return join(TELL, tell.ticket(), tell.listener());
        } else if (key instanceof Fetch fetch) {
            return join(FETCH, fetch.mailbox());
        }
        throw new IllegalStateException(key.getClass() + " has no form to be stored in");
    }

    private static String join(String kind, Object... parts) {
        StringBuilder text = new StringBuilder(kind);
        for (Object part : parts) {
            text.append('/').append(part);
        }
        return text.toString();
    }

    static WorkKey read(String text) {
        String[] head = text.split("/", 3);
        try {
            return switch (head[0]) {
                case HAND_OVER -> new HandOver(delivery(head), new Channel(head[2]));
                case REACH_LEVEL -> reachLevel(ticket(head), head[2].split("/", -1));
                case END_SILENCE -> endSilence(ticket(head), head[2].split("/", -1));
                case WAKE -> new Wake(ticket(head));
                case REMIND_OF_RATING -> new RemindOfRating(ticket(head));
                case OFFER -> new Offer(ticket(head));
                case LEARN_PHRASING -> new LearnPhrasing(ticket(head));
                case PLAN_MAILING -> new PlanMailing(mailing(head), new Channel(head[2]));
                case SOLVE_INCIDENT -> new SolveIncident(new IncidentId(UUID.fromString(head[1])));
                case TELL -> new Tell(head[2], ticket(head));
                case FETCH -> new Fetch(head[1]);
                default -> throw unknown(text);
            };
        } catch (IllegalArgumentException | InvalidValueException | ArrayIndexOutOfBoundsException e) {
            throw unknown(text);
        }
    }

    private static ReachLevel reachLevel(TicketId ticket, String[] rest) {
        return new ReachLevel(ticket, SlaTarget.valueOf(rest[0]), Integer.parseInt(rest[1]), SlaLevel.parse(rest[2]));
    }

    private static EndSilence endSilence(TicketId ticket, String[] rest) {
        return new EndSilence(ticket, Integer.parseInt(rest[0]), Integer.parseInt(rest[1]));
    }

    private static DeliveryId delivery(String[] head) {
        return new DeliveryId(UUID.fromString(head[1]));
    }

    private static MailingId mailing(String[] head) {
        return new MailingId(UUID.fromString(head[1]));
    }

    private static TicketId ticket(String[] head) {
        return new TicketId(UUID.fromString(head[1]));
    }

    private static InvalidValueException unknown(String text) {
        return new InvalidValueException("work", "names no work that this version knows: " + text);
    }
}
