package dev.svar;

import dev.svar.sla.SlaAccount;
import dev.svar.sla.SlaAccount.Kind;
import dev.svar.sla.SlaAccount.Stretch;
import dev.svar.sla.SlaAccounting;
import dev.svar.sla.SlaClock;
import dev.svar.store.TicketState;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why promises are due when they are: lives through a ticket's events again and words what came of it. */
final class Explanations {
    private static final String TEMPLATE = "sla_account";
    private static final String HOLIDAY = "holiday ";
    private static final String EXCEPTION = "exception ";

    private final DeskSetup setup;

    Explanations(DeskSetup setup) {
        this.setup = setup;
    }

    Optional<SlaExplanation> explain(TicketState state, SlaTarget target, Locale language) {
        return state.clocks()
                .clock(target)
                .flatMap(clock -> lived(state.ticket(), target).account(clock, setup.now()))
                .map(account -> new SlaExplanation(account, sentence(account, language)));
    }

    private SlaAccounting lived(Ticket ticket, SlaTarget target) {
        SlaAccounting accounting = new SlaAccounting(setup.tenant(), target, setup.policies());
        long sequence = 0;
        while (sequence < ticket.version()) {
            for (RecordedEvent event : EventPages.next(setup, ticket, sequence)) {
                accounting.add(event);
                sequence = event.sequence();
            }
        }
        return accounting;
    }

    private String sentence(SlaAccount account, Locale language) {
        List<Locale> wanted = List.of(language);
        Template template = setup.templates()
                .find(TEMPLATE, wanted)
                .or(() -> TemplateCatalog.shipped().find(TEMPLATE, wanted))
                .orElseThrow();
        RenderContext context = setup.templates()
                .context(template, wanted, Map.of("account", facts(account)), account.asOf())
                .zone(setup.policies()
                        .of(account.clock())
                        .calendar(account.target())
                        .zone())
                .mode(RenderMode.LAX)
                .build();
        return setup.renderer().render(template, context).text().strip();
    }

    private static Value facts(SlaAccount account) {
        SlaClock clock = account.clock();
        return Value.of(Map.of(
                "target", clock.target().label(),
                "started", clock.startedAt(),
                "started_by", startedBy(account.startedBy()),
                "state", state(account),
                "due", clock.due(),
                "ended", account.asOf(),
                "parts", parts(account),
                "holidays", holidays(account)));
    }

    private static String startedBy(TicketEvent event) {
        if (event instanceof TicketEvent.Opened) {
            return "opened";
        } else if (event instanceof TicketEvent.MessageAdded) {
            return "message_added";
        } else if (event instanceof TicketEvent.StatusChanged) {
            return "status_changed";
        } else if (event instanceof TicketEvent.TeamAssigned) {
            return "team_assigned";
        }
        return event instanceof TicketEvent.PriorityChanged ? "priority_changed" : "";
    }

    private static String state(SlaAccount account) {
        SlaClock clock = account.clock();
        return switch (clock.state()) {
            case RUNNING -> clock.missed(account.asOf()) ? "overdue" : "running";
            case PAUSED -> clock.missed(account.asOf()) ? "overdue" : "paused";
            case FULFILLED -> clock.missed(account.asOf()) ? "broken" : "kept";
            case DROPPED -> "dropped";
        };
    }

    private static List<Map<String, Object>> parts(SlaAccount account) {
        List<Map<String, Object>> parts = new ArrayList<>();
        parts.add(part("allowed", account.clock().allowed()));
        for (Kind kind : Kind.values()) {
            Duration passed = account.passed(kind);
            if (!passed.isZero() || kind == Kind.COUNTED) {
                parts.add(part(kind.name().toLowerCase(Locale.ROOT), passed));
            }
        }
        account.clock().carried().ifPresent(carried -> parts.add(part("carried", carried.more())));
        Instant due = account.clock().due();
        if (due.isBefore(account.asOf())) {
            parts.add(part("late", Duration.between(due, account.asOf())));
        }
        return parts;
    }

    private static Map<String, Object> part(String kind, Duration time) {
        return Map.of(
                "kind", kind,
                "hours", time.toHours(),
                "minutes", time.toMinutesPart(),
                "seconds", time.toSecondsPart());
    }

    /** The days that were closed for a reason of their own, by their names. */
    private static List<String> holidays(SlaAccount account) {
        return account.stretches().stream()
                .filter(stretch ->
                        stretch.kind() == Kind.CLOSED && stretch.from().isBefore(account.asOf()))
                .map(Stretch::reason)
                .filter(reason -> reason.startsWith(HOLIDAY) || reason.startsWith(EXCEPTION))
                .map(reason -> reason.substring(reason.indexOf(' ') + 1))
                .distinct()
                .toList();
    }
}
