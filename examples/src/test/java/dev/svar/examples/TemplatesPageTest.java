package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.template.Escaping;
import dev.svar.template.LiquidTemplate;
import dev.svar.template.Partials;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateProblem;
import dev.svar.template.TemplateSchema;
import dev.svar.template.TemplateSchema.Scalar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
}
