package dev.svar.template;

import dev.svar.template.LetterName.Where;
import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What letters about a ticket may say; the façade's facts have these names, docs/placeholders.md is made from them. */
final class LetterNames {
    private static final Type COMMENTS = new ListOf(new ObjectOf(Map.of(
            "author", new ObjectOf(Map.of("name", Scalar.TEXT, "first_name", Scalar.TEXT)),
            "created_at", Scalar.INSTANT,
            "created_at_with_time", Scalar.INSTANT,
            "value", Scalar.TEXT,
            "is_public", Scalar.BOOLEAN,
            "attachments", new ListOf(new ObjectOf(Map.of("filename", Scalar.TEXT))))));
    private static final Type PEOPLE = new ListOf(new ObjectOf(Map.of("name", Scalar.TEXT, "email", Scalar.TEXT)));

    private static final Type LETTERS = new ListOf(new ObjectOf(Map.of("subject", Scalar.TEXT, "text", Scalar.TEXT)));

    static final List<LetterName> ALL = List.of(
            zendesk("ticket.id", Scalar.TEXT, Where.ALL, "the number, for example SUP-7"),
            zendesk("ticket.title", Scalar.TEXT, Where.WRITTEN, "the subject, as the customer wrote it"),
            zendesk("ticket.description", Scalar.TEXT, Where.BY_PEOPLE, "the first message"),
            zendesk("ticket.status", Scalar.TEXT, Where.ALL, "the label of the status"),
            zendesk("ticket.priority", Scalar.TEXT, Where.ALL, "low, normal, high or urgent"),
            zendesk("ticket.tags", new ListOf(Scalar.TEXT), Where.ALL, "the tags"),
            zendesk("ticket.via", Scalar.TEXT, Where.ALL, "the channel that it came by, for example mail"),
            zendesk("ticket.created_at", Scalar.INSTANT, Where.ALL, "when it was opened"),
            zendesk("ticket.updated_at", Scalar.INSTANT, Where.ALL, "when it changed last"),
            zendesk(
                    "ticket.due_date",
                    Scalar.INSTANT,
                    Where.ALL,
                    "when the next promise is due, to customers one that can still be kept"),
            zendesk("ticket.due_date_with_timestamp", Scalar.INSTANT, Where.ALL, "the same"),
            zendesk("ticket.in_business_hours", Scalar.BOOLEAN, Where.ALL, "whether it is working time now"),
            zendesk("ticket.link", Scalar.TEXT, Where.ALL, "where agents see it"),
            zendesk("ticket.url", Scalar.TEXT, Where.ALL, "the same without the protocol"),
            zendesk("ticket.requester.name", Scalar.TEXT, Where.WRITTEN, "who asked"),
            zendesk("ticket.requester.first_name", Scalar.TEXT, Where.WRITTEN, "the first name, if it is plainly one"),
            zendesk("ticket.requester.last_name", Scalar.TEXT, Where.WRITTEN, "the rest of such a name"),
            zendesk("ticket.requester.email", Scalar.TEXT, Where.ALL, "to a customer only the own address"),
            zendesk("ticket.requester.language", Scalar.TEXT, Where.ALL, "the tag of the person's language"),
            zendesk("ticket.organization.name", Scalar.TEXT, Where.ALL, "the organization of the ticket"),
            zendesk("ticket.organization.id", Scalar.TEXT, Where.ALL, "its id"),
            zendesk("ticket.assignee.name", Scalar.TEXT, Where.ALL, "who works on it"),
            zendesk("ticket.assignee.first_name", Scalar.TEXT, Where.ALL, "the first word of the name"),
            zendesk("ticket.assignee.last_name", Scalar.TEXT, Where.ALL, "the other words"),
            zendesk("ticket.assignee.email", Scalar.TEXT, Where.ALL, "the agent's address"),
            ours("ticket.assignee.signature", Scalar.TEXT, Where.ALL, "the agent's signature"),
            zendesk("ticket.group.name", Scalar.TEXT, Where.ALL, "what the team is called"),
            zendesk("ticket.cc_names", Scalar.TEXT, Where.BY_PEOPLE, "who else takes part"),
            zendesk("ticket.ccs", PEOPLE, Where.BY_PEOPLE, "the same as a list; addresses to agents only"),
            zendesk("ticket.comments", COMMENTS, Where.ALL, "the latest messages, the newest first, at most 30"),
            zendesk("ticket.public_comments", COMMENTS, Where.ALL, "the same without notes"),
            zendesk("ticket.latest_comment", Scalar.TEXT, Where.ALL, "the text of the latest message"),
            zendesk("ticket.latest_public_comment", Scalar.TEXT, Where.ALL, "the same without notes"),
            zendesk("current_user.name", Scalar.TEXT, Where.ALL, "who did it; to customers only if it was an agent"),
            zendesk("current_user.first_name", Scalar.TEXT, Where.ALL, "the first name"),
            zendesk("current_user.last_name", Scalar.TEXT, Where.ALL, "the rest of it"),
            zendesk("current_user.email", Scalar.TEXT, Where.ALL, "an agent's address"),
            ours("current_user.signature", Scalar.TEXT, Where.ALL, "an agent's signature"),
            ours("ticket.category", Scalar.TEXT, Where.ALL, "the category"),
            ours("ticket.team", Scalar.TEXT, Where.ALL, "the host's id of the team"),
            ours(
                    "ticket.follow_up_link",
                    Scalar.TEXT,
                    Where.CUSTOMERS,
                    "where this customer sees it without logging in"),
            due("first_response", "the first answer"),
            due("next_response", "the next answer"),
            due("periodic_update", "the next sign of life"),
            due("resolution", "the solution"),
            ours(
                    "ticket.sla.operational.due",
                    Scalar.INSTANT,
                    Where.AGENTS,
                    "until when teams promised each other to be done"),
            ours("next_step", Scalar.TEXT, Where.ALL, "a sentence: what happens next, and when"),
            ours("desk.name", Scalar.TEXT, Where.ALL, "the name of the mailbox"),
            ours("desk.email", Scalar.TEXT, Where.ALL, "its address"),
            ours("sla.target", Scalar.TEXT, Where.PROMISES, "which promise"),
            ours("sla.due", Scalar.INSTANT, Where.PROMISES, "when it is or was due"),
            satisfaction("rating_section", "the question how the help was, with its links"),
            satisfaction("rating_url", "the page with the question"),
            satisfaction("positive_rating_url", "the same with the good answer chosen"),
            satisfaction("negative_rating_url", "the same with the other answer chosen"),
            zendesk("satisfaction.current_rating", Scalar.TEXT, Where.AGENTS, "what the customer said, good or bad"),
            zendesk("satisfaction.current_comment", Scalar.TEXT, Where.AGENTS, "what the customer wrote with it"),
            ours("notice.reason", Scalar.TEXT, Where.ALL, "why the reader gets the letter"),
            ours("notice.merged_into", Scalar.TEXT, Where.MERGED, "the number under which the ticket goes on"),
            many("announcement.title", Scalar.TEXT, "what the announcement is about"),
            many("announcement.text", Scalar.TEXT, "what it says"),
            many("announcement.starts_at", Scalar.INSTANT, "when a maintenance begins"),
            many("announcement.ends_at", Scalar.INSTANT, "when it ends"),
            many("recipient.name", Scalar.TEXT, "who gets it"),
            many("recipient.first_name", Scalar.TEXT, "the first name, if it is plainly one"),
            many("recipient.email", Scalar.TEXT, "the own address"),
            ours("unsubscribe_link", Scalar.TEXT, Where.OPTIONAL, "where the reader says: no more of this kind"),
            ours("digest.count", Scalar.NUMBER, Where.DIGEST, "how many letters it tells"),
            ours("digest.letters", LETTERS, Where.DIGEST, "these letters, the first first"),
            ours("notice.new_due", Scalar.INSTANT, Where.DELAY, "when the answer comes now"),
            ours("notice.closes_at", Scalar.INSTANT, Where.SILENCE, "when the ticket is closed if nobody answers"));

    static final TemplateSchema SCHEMA = schema(name -> true);

    private LetterNames() {}

    private static LetterName satisfaction(String name, String meaning) {
        return zendesk("satisfaction." + name, Scalar.TEXT, Where.SETTLED, meaning);
    }

    private static LetterName many(String name, Type type, String meaning) {
        return ours(name, type, Where.MANY, meaning);
    }

    private static LetterName zendesk(String name, Type type, Where where, String meaning) {
        return new LetterName(name, type, true, where, meaning);
    }

    private static LetterName ours(String name, Type type, Where where, String meaning) {
        return new LetterName(name, type, false, where, meaning);
    }

    private static LetterName due(String target, String what) {
        String meaning = "until when we promised " + what + ", to customers only before it is over";
        return ours("ticket.sla." + target + ".due", Scalar.INSTANT, Where.ALL, meaning);
    }

    /** The names of a kind of letter, or of a text that stands in letters and elsewhere; all if it is the host's own. */
    static TemplateSchema of(String kind) {
        return TextNames.of(kind)
                .orElseGet(() -> ShippedTemplates.isShipped(kind) ? schema(name -> name.isIn(kind)) : SCHEMA);
    }

    static TemplateSchema schema(Predicate<LetterName> offered) {
        Map<String, Type> names = new TreeMap<>();
        ALL.stream().filter(offered).forEach(name -> names.put(name.name(), name.type()));
        return TemplateSchema.of(names);
    }
}
