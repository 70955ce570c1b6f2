package dev.svar.http;

import static dev.svar.http.EventField.maybe;
import static dev.svar.http.EventField.named;
import static dev.svar.http.EventField.number;
import static dev.svar.http.EventField.seconds;
import static dev.svar.http.EventField.text;
import static dev.svar.http.EventField.texts;
import static dev.svar.http.EventField.time;
import static dev.svar.http.EventField.yes;

import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.Assigned;
import dev.svar.ticket.TicketEvent.Categorized;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.DeliveryFailed;
import dev.svar.ticket.TicketEvent.FieldChanged;
import dev.svar.ticket.TicketEvent.GaveBack;
import dev.svar.ticket.TicketEvent.Linked;
import dev.svar.ticket.TicketEvent.LinksRevoked;
import dev.svar.ticket.TicketEvent.MergedInto;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.MessageCopied;
import dev.svar.ticket.TicketEvent.MessageRedacted;
import dev.svar.ticket.TicketEvent.MessageRefused;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.ParticipantsChanged;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketEvent.ReactionsFailed;
import dev.svar.ticket.TicketEvent.SatisfactionRated;
import dev.svar.ticket.TicketEvent.SatisfactionReminded;
import dev.svar.ticket.TicketEvent.SilenceStepTaken;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaEscalated;
import dev.svar.ticket.TicketEvent.SlaReviewed;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.Snoozed;
import dev.svar.ticket.TicketEvent.SpamCleared;
import dev.svar.ticket.TicketEvent.SpamMarked;
import dev.svar.ticket.TicketEvent.SplitOff;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.SubjectEdited;
import dev.svar.ticket.TicketEvent.TagsChanged;
import dev.svar.ticket.TicketEvent.TeamAssigned;
import dev.svar.ticket.TicketEvent.TimeRecorded;
import dev.svar.ticket.TicketEvent.TookOver;
import dev.svar.ticket.TicketEvent.Unlinked;
import dev.svar.ticket.TicketEvent.Unmerged;
import dev.svar.ticket.TicketEvent.WatchersChanged;
import dev.svar.ticket.TicketEvent.Woken;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Version 1 of what webhooks say about events. Fields may be added to a version, not taken away; the schema beside this class
 * and docs/http.md say the same as this list.
 */
final class EventShapes {
    static final int VERSION = 1;

    static final List<EventShape<?>> ALL = List.of(
            EventShape.of(
                    "ticket.opened",
                    Opened.class,
                    text("subject", Opened::subject),
                    text("requester", Opened::requester),
                    texts("participants", Opened::participants),
                    text("priority", Opened::priority),
                    text("channel", Opened::channel),
                    maybe("language", Opened::language),
                    maybe("organization", Opened::organization),
                    named("fields", e -> written(e.fields())),
                    text("status", Opened::status),
                    text("statusCategory", e -> e.status().category()),
                    maybe("origin", e -> e.origin().map(link -> link.ticket())),
                    maybe("originKind", e -> e.origin().map(link -> link.kind()))),
            message("ticket.customer_wrote", MessageRole.CUSTOMER),
            message("ticket.replied", MessageRole.REPLY),
            message("ticket.noted", MessageRole.NOTE),
            message("ticket.automatic_message_added", MessageRole.AUTOMATIC),
            EventShape.of(
                    "ticket.message_copied",
                    MessageCopied.class,
                    text("message", MessageCopied::message),
                    text("role", MessageCopied::role),
                    text("from", MessageCopied::from),
                    text("original", MessageCopied::original)),
            EventShape.of(
                    "ticket.satisfaction_rated",
                    SatisfactionRated.class,
                    text("rating", SatisfactionRated::rating),
                    text("comment", SatisfactionRated::comment),
                    maybe("how", SatisfactionRated::how)),
            EventShape.of("ticket.satisfaction_reminded", SatisfactionReminded.class),
            EventShape.of("ticket.message_refused", MessageRefused.class),
            EventShape.of(
                    "ticket.message_redacted",
                    MessageRedacted.class,
                    text("message", MessageRedacted::message),
                    number("passages", MessageRedacted::passages),
                    number("files", MessageRedacted::files)),
            EventShape.of(
                    "ticket.status_changed",
                    StatusChanged.class,
                    text("from", StatusChanged::from),
                    text("fromCategory", e -> e.from().category()),
                    text("to", StatusChanged::to),
                    text("toCategory", e -> e.to().category()),
                    maybe("resolution", StatusChanged::resolution)),
            EventShape.of(
                    "ticket.assigned",
                    Assigned.class,
                    maybe("from", Assigned::from),
                    maybe("to", Assigned::to),
                    texts("reasons", Assigned::reasons)),
            EventShape.of(
                    "ticket.team_assigned",
                    TeamAssigned.class,
                    maybe("from", TeamAssigned::from),
                    maybe("to", TeamAssigned::to)),
            EventShape.of(
                    "ticket.priority_changed",
                    PriorityChanged.class,
                    text("from", PriorityChanged::from),
                    text("to", PriorityChanged::to),
                    texts("reasons", PriorityChanged::reasons)),
            EventShape.of(
                    "ticket.categorized",
                    Categorized.class,
                    maybe("from", Categorized::from),
                    text("to", Categorized::to),
                    texts("reasons", Categorized::reasons)),
            EventShape.of(
                    "ticket.subject_edited",
                    SubjectEdited.class,
                    text("from", SubjectEdited::from),
                    text("to", SubjectEdited::to)),
            EventShape.of(
                    "ticket.tags_changed",
                    TagsChanged.class,
                    texts("added", TagsChanged::added),
                    texts("removed", TagsChanged::removed)),
            EventShape.of(
                    "ticket.participants_changed",
                    ParticipantsChanged.class,
                    texts("added", ParticipantsChanged::added),
                    texts("removed", ParticipantsChanged::removed)),
            EventShape.of(
                    "ticket.watchers_changed",
                    WatchersChanged.class,
                    texts("added", WatchersChanged::added),
                    texts("removed", WatchersChanged::removed)),
            EventShape.of(
                    "ticket.field_changed",
                    FieldChanged.class,
                    text("key", FieldChanged::key),
                    maybe("from", e -> e.from().map(FieldValue::text)),
                    maybe("to", e -> e.to().map(FieldValue::text))),
            EventShape.of("ticket.time_recorded", TimeRecorded.class, seconds("seconds", TimeRecorded::spent)),
            EventShape.of("ticket.snoozed", Snoozed.class, time("until", Snoozed::until)),
            EventShape.of("ticket.woken", Woken.class),
            EventShape.of("ticket.spam_marked", SpamMarked.class),
            EventShape.of("ticket.spam_cleared", SpamCleared.class),
            EventShape.of(
                    "ticket.silence_step_taken",
                    SilenceStepTaken.class,
                    number("round", SilenceStepTaken::round),
                    text("step", SilenceStepTaken::step)),
            EventShape.of(
                    "ticket.sla_warned",
                    SlaWarned.class,
                    text("target", SlaWarned::target),
                    number("cycle", SlaWarned::cycle),
                    number("step", SlaWarned::step),
                    time("due", SlaWarned::due)),
            EventShape.of(
                    "ticket.delay_announced",
                    DelayAnnounced.class,
                    text("target", DelayAnnounced::target),
                    number("cycle", DelayAnnounced::cycle),
                    time("due", DelayAnnounced::due),
                    time("newDue", DelayAnnounced::newDue)),
            EventShape.of(
                    "ticket.sla_breached",
                    SlaBreached.class,
                    text("target", SlaBreached::target),
                    number("cycle", SlaBreached::cycle),
                    time("due", SlaBreached::due),
                    seconds("allowedSeconds", SlaBreached::allowed)),
            EventShape.of(
                    "ticket.sla_escalated",
                    SlaEscalated.class,
                    text("target", SlaEscalated::target),
                    number("cycle", SlaEscalated::cycle),
                    number("step", SlaEscalated::step),
                    time("due", SlaEscalated::due)),
            EventShape.of("ticket.sla_reviewed", SlaReviewed.class),
            EventShape.of("ticket.reactions_failed", ReactionsFailed.class, yes("endless", ReactionsFailed::endless)),
            EventShape.of(
                    "ticket.delivery_failed",
                    DeliveryFailed.class,
                    text("channel", e -> e.recipient().channel()),
                    text("recipient", DeliveryFailed::recipient),
                    text("status", DeliveryFailed::status),
                    text("reason", DeliveryFailed::reason)),
            EventShape.of("ticket.links_revoked", LinksRevoked.class, number("generation", LinksRevoked::generation)),
            EventShape.of(
                    "ticket.merged_into",
                    MergedInto.class,
                    text("into", MergedInto::into),
                    text("number", MergedInto::number)),
            EventShape.of(
                    "ticket.took_over",
                    TookOver.class,
                    text("source", TookOver::source),
                    text("number", TookOver::number),
                    texts("merged", TookOver::merged),
                    texts("joined", TookOver::joined)),
            EventShape.of(
                    "ticket.unmerged", Unmerged.class, text("from", Unmerged::from), text("number", Unmerged::number)),
            EventShape.of(
                    "ticket.gave_back",
                    GaveBack.class,
                    text("source", GaveBack::source),
                    text("number", GaveBack::number),
                    texts("merged", GaveBack::merged),
                    texts("left", GaveBack::left)),
            EventShape.of(
                    "ticket.linked",
                    Linked.class,
                    text("kind", Linked::kind),
                    text("other", Linked::other),
                    text("number", Linked::number)),
            EventShape.of(
                    "ticket.unlinked",
                    Unlinked.class,
                    text("kind", Unlinked::kind),
                    text("other", Unlinked::other),
                    text("number", Unlinked::number)),
            EventShape.of(
                    "ticket.split_off",
                    SplitOff.class,
                    text("into", SplitOff::into),
                    text("number", SplitOff::number),
                    texts("messages", SplitOff::messages)));

    private EventShapes() {}

    static EventShape<?> of(TicketEvent event) {
        return ALL.stream()
                .filter(shape -> shape.fits(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(event.getClass() + " has no shape in webhooks"));
    }

    private static EventShape<MessageAdded> message(String type, MessageRole role) {
        return EventShape.of(
                        type,
                        MessageAdded.class,
                        text("message", MessageAdded::message),
                        text("role", MessageAdded::role))
                .when(e -> e.role() == role);
    }

    private static Map<FieldKey, String> written(Map<FieldKey, FieldValue> fields) {
        Map<FieldKey, String> texts = new TreeMap<>();
        fields.forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }
}
