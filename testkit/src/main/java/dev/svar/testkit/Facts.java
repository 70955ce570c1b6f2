package dev.svar.testkit;

import dev.svar.contact.Actor;
import dev.svar.delivery.Delivery;
import dev.svar.message.Message;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import java.util.List;

/** How failures state what there is, one line each. */
final class Facts {
    private static final int MAX_TEXT = 500;

    private Facts() {}

    static String list(String title, String none, List<String> lines) {
        return lines.isEmpty() ? none : title + ":\n  " + String.join("\n  ", lines);
    }

    static String of(Ticket ticket) {
        return ticket.number() + " (status " + ticket.status() + ", version " + ticket.version() + ")";
    }

    static String of(Message message) {
        return message.sequence() + ". " + message.role() + " by " + of(message.by()) + ": "
                + quoted(message.visibleText());
    }

    static String of(RecordedEvent recorded) {
        return recorded.sequence() + ". " + recorded.event() + " by " + of(recorded.by()) + " at " + recorded.at();
    }

    static String of(Delivery delivery) {
        String said = (delivery.code() + " " + delivery.detail()).strip();
        return delivery.kind() + " to " + delivery.message().to() + " " + delivery.state() + " after "
                + delivery.attempts() + " attempts" + (said.isEmpty() ? "" : ": " + said);
    }

    static String of(OutboundMessage message) {
        return "to " + message.to() + " " + quoted(message.subject()) + " " + message.messageId() + ": "
                + quoted(message.text());
    }

    static String quoted(String text) {
        String bounded = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
        return "\"" + bounded.replace("\r", "").replace("\n", "\\n") + "\"";
    }

    private static String of(Actor actor) {
        if (actor instanceof Actor.DeskAgent agent) {
            return "agent " + agent.agent();
        } else if (actor instanceof Actor.Rule rule) {
            return "rule " + rule.name();
        }
        return "a customer";
    }
}
