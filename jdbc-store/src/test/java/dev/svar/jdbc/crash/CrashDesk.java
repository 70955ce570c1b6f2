package dev.svar.jdbc.crash;

import dev.svar.HelpDesk;
import dev.svar.LetterCaps;
import dev.svar.Mailbox;
import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.jdbc.crash.Evidence.Told;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SilencePlan;
import dev.svar.sla.SlaPolicies;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.DeskStore;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;

/** The desk that all processes share, with everything set that is done later or outside. */
final class CrashDesk {
    static final TenantId TENANT = new TenantId("crash");
    static final String PREFIX = "crash_";
    static final String LISTENER = "report";
    static final Address MAILBOX = Address.mail("support@paamelding.example");
    static final SlaPolicies POLICIES = SlaPolicies.of(policy());
    static final SilencePlan SILENCE = SilencePlan.builder()
            .step(StatusCategory.PENDING_CUSTOMER, Duration.ofMinutes(5), SilenceStep.ASK)
            .step(StatusCategory.PENDING_CUSTOMER, Duration.ofMinutes(15), SilenceStep.CLOSE)
            .step(StatusCategory.SOLVED, Duration.ofMinutes(10), SilenceStep.CLOSE)
            .build();

    private CrashDesk() {}

    private static SlaPolicy policy() {
        // A notice that waits for the morning is due at another time than the ticket alone can tell.
        SlaPolicy.Builder policy = SlaPolicy.builder(BusinessCalendar.roundTheClock(ZoneOffset.UTC))
                .noQuietHours();
        for (Priority priority : Priority.values()) {
            policy.promise(SlaTarget.FIRST_RESPONSE, priority, Duration.ofMinutes(4))
                    .promise(SlaTarget.NEXT_RESPONSE, priority, Duration.ofMinutes(4))
                    .promise(SlaTarget.RESOLUTION, priority, Duration.ofMinutes(20));
        }
        return policy.build();
    }

    /** The desk in a process of that name, which keeps its journals in a folder. */
    static HelpDesk of(DeskStore store, InstantSource time, Path folder, String process, Random random) {
        Journal told = Journal.open(folder, process, Journal.TOLD);
        return HelpDesk.builder(store)
                .tenant(TENANT)
                .time(time)
                .sla(POLICIES)
                .silence(SILENCE)
                .mailbox(new Mailbox(MAILBOX, "Påmelding"))
                .letterCaps(LetterCaps.STANDARD.ofDesk(LetterCaps.MAX_OF_DESK, Duration.ofMinutes(10)))
                .transport(new JournalTransport(Journal.open(folder, process, Journal.SENT), random))
                .listener(
                        LISTENER,
                        (ticket, events) -> told.write(new Told(
                                        System.nanoTime(),
                                        ticket.ticket().id().value(),
                                        events.get(0).sequence(),
                                        events.get(events.size() - 1).sequence())
                                .line()))
                .build();
    }
}
