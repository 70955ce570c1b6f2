package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.MacroPreview;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.memory.MemoryStore;
import dev.svar.template.Escaping;
import dev.svar.template.LiquidRenderer;
import dev.svar.template.LiquidTemplate;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import dev.svar.template.Messages;
import dev.svar.template.Partials;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateProblem;
import dev.svar.template.TemplateSchema;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.ticket.Status;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TemplatesPageTest {
    @Test
    void a_template_is_rendered() {
        Instant now = Instant.parse("2026-12-01T09:00:00Z");

        LiquidTemplate template = LiquidTemplate.parse(
                "Hello {{ name | default: 'there' }}, {{ due | date: '%-d %B, %H:%M' }}. {% render 'footer' %}");
        RenderContext context = RenderContext.builder(Map.of("name", "Kari & Co", "due", now), now)
                .locale(Locale.ENGLISH)
                .zone(ZoneId.of("Europe/Oslo"))
                .escaping(Escaping.HTML)
                .mode(RenderMode.STRICT)
                .partials(Partials.of(Map.of("footer", "<b>Race Desk</b>")))
                .build();
        assertThat(template.render(context)).isEqualTo("Hello Kari &amp; Co, 1 December, 10:00. <b>Race Desk</b>");
    }

    @Test
    void a_template_is_checked() {
        TemplateSchema schema = TemplateCatalog.letterSchema()
                .with(TemplateSchema.of(Map.of("ticket.ticket_field_order", Scalar.TEXT)));
        LiquidTemplate template = LiquidTemplate.parse("{{ ticket.titel }}: {{ ticket.ticket_field_order }}");

        List<TemplateProblem> problems = template.check(schema);
        assertThat(problems.get(0).message())
                .isEqualTo("line 1, column 4: there is no ticket.titel, did you mean ticket.title?");
        assertThat(template.requiredPlaceholders()).containsExactly("ticket.ticket_field_order", "ticket.titel");
    }

    @Test
    void words_come_from_messages() {
        Instant now = Instant.parse("2026-12-01T09:00:00Z");

        Messages messages = Messages.of(Locale.ENGLISH)
                .with(Locale.ENGLISH, Map.of("replies.one", "%{count} reply", "replies.other", "%{count} replies"))
                .with(
                        Locale.forLanguageTag("ru"),
                        Map.of(
                                "replies.one", "%{count} ответ",
                                "replies.few", "%{count} ответа",
                                "replies.many", "%{count} ответов",
                                "replies.other", "%{count} ответа"));
        TemplateCatalog catalog = TemplateCatalog.of(
                        Locale.ENGLISH,
                        List.of(new Template("digest", Locale.ROOT, "Svar", "{{ 'replies' | t: count: n }}")))
                .with(messages);
        List<Locale> reader = List.of(Locale.forLanguageTag("ru-RU"));
        Template digest = catalog.find("digest", reader).orElseThrow();
        RenderContext context =
                catalog.context(digest, reader, Map.of("n", 3), now).build();
        assertThat(new LiquidRenderer().render(digest, context).text()).isEqualTo("3 ответа");
    }

    @Test
    void a_macro_is_looked_at_and_done() {
        HelpDesk desk = HelpDesk.builder(new MemoryStore()).build();
        AgentId lars = new AgentId("lars");
        Ticket ticket = desk.open(NewTicket.builder(Address.mail("kari@customer.example"), "Paid", "I have paid.")
                .name("Kari Nordmann")
                .build());

        Macro paid = desk.macros()
                .save(
                        lars,
                        new Macro(
                                new MacroId(UUID.randomUUID()),
                                0,
                                MacroScope.DESK,
                                "paid",
                                "The money is there",
                                Map.of(
                                        Locale.ENGLISH,
                                        "Hello {{ ticket.requester.first_name }}, your payment has arrived."),
                                MacroActions.none()
                                        .withStatus(Status.SOLVED)
                                        .withTags(Set.of(new Tag("paid")), Set.of())));

        MacroPreview preview = desk.macros().preview(paid.id(), ticket.id(), lars);
        assertThat(preview.text()).contains("Hello Kari, your payment has arrived.");
        assertThat(preview.refusals()).isEmpty();

        Ticket after = desk.macros().apply(paid.id(), ticket.id(), lars);
        assertThat(after.status()).isEqualTo(Status.SOLVED);
    }
}
