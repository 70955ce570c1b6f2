package dev.svar.template;

import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What letters about a ticket may say; the façade's facts have these names. */
final class LetterNames {
    private static final List<String> TEXTS = List.of(
            "ticket.id",
            "ticket.title",
            "ticket.status",
            "ticket.priority",
            "ticket.category",
            "ticket.link",
            "ticket.follow_up_link",
            "ticket.requester.name",
            "ticket.requester.first_name",
            "ticket.requester.email",
            "ticket.assignee.name",
            "ticket.assignee.email",
            "ticket.team",
            "ticket.group.name",
            "ticket.latest_public_comment",
            "desk.name",
            "desk.email",
            "current_user.name",
            "sla.target",
            "announcement.title",
            "announcement.text",
            "recipient.name",
            "recipient.first_name",
            "recipient.email");
    private static final List<String> TIMES = List.of(
            "ticket.created_at",
            "ticket.due_date",
            "ticket.sla.first_response.due",
            "ticket.sla.next_response.due",
            "ticket.sla.periodic_update.due",
            "ticket.sla.resolution.due",
            "ticket.sla.operational.due",
            "sla.due",
            "notice.new_due",
            "notice.closes_at",
            "announcement.starts_at",
            "announcement.ends_at");

    static final TemplateSchema SCHEMA = schema();

    private LetterNames() {}

    private static TemplateSchema schema() {
        Map<String, Type> names = new TreeMap<>();
        TEXTS.forEach(name -> names.put(name, Scalar.TEXT));
        TIMES.forEach(name -> names.put(name, Scalar.INSTANT));
        names.put("ticket.tags", new ListOf(Scalar.TEXT));
        return TemplateSchema.of(names);
    }
}
