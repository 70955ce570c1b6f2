package dev.svar;

import dev.svar.sla.SlaClock;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A sentence that says what happens next with a ticket, and when: from its status, its promises and the plan for silence. */
final class NextStep {
    static final String NAME = "next_step";

    private static final Set<SlaTarget> SIGNS_OF_LIFE =
            Set.of(SlaTarget.FIRST_RESPONSE, SlaTarget.NEXT_RESPONSE, SlaTarget.PERIODIC_UPDATE);

    private final DeskSetup setup;

    NextStep(DeskSetup setup) {
        this.setup = setup;
    }

    String sentence(Map<String, Value> facts, Reading reading) {
        Template template = setup.templates()
                .find(NAME, reading.languages())
                .or(() -> TemplateCatalog.shipped().find(NAME, reading.languages()))
                .orElseThrow();
        Map<String, Value> data = new HashMap<>(facts);
        data.put("next", next(reading));
        RenderContext context = setup.templates()
                .context(template, reading.languages(), data, reading.now())
                .zone(reading.zone())
                .mode(RenderMode.LAX)
                .build();
        return setup.renderer().render(template, context).text().strip();
    }

    private Value next(Reading reading) {
        Ticket ticket = reading.state().ticket();
        return Value.of(Map.of(
                "step", step(ticket),
                "by", by(reading),
                "closes_at", setup.timers().closesAt(ticket).filter(reading.now()::isBefore)));
    }

    private static String step(Ticket ticket) {
        return switch (ticket.status().category()) {
            case NEW, OPEN -> "answer";
            case PENDING_CUSTOMER -> "you";
            case PENDING_INTERNAL -> "others";
            case SOLVED -> "solved";
            case CLOSED, MERGED -> "closed";
        };
    }

    /** A promise that is broken already is not made again. */
    private static Optional<Instant> by(Reading reading) {
        return reading.state().clocks().all().stream()
                .filter(clock -> clock.open() && SIGNS_OF_LIFE.contains(clock.target()))
                .map(SlaClock::due)
                .filter(reading.now()::isBefore)
                .min(Comparator.naturalOrder());
    }
}
