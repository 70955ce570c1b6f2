package dev.svar.jdbc.crash;

import java.util.ArrayList;
import java.util.List;

/** Looks at everything that a desk has stored, and at what others say that it did, and names what does not fit. */
final class Auditor {
    private static final List<Audit> AUDITS = List.of(
            new TicketAudit(),
            new ColumnAudit(),
            new MessageAudit(),
            new MergeAudit(),
            new DeliveryAudit(),
            new WorkAudit(),
            new ReferenceAudit(),
            new AcknowledgedAudit(),
            new TransportAudit(),
            new ListenerAudit());

    private Auditor() {}

    /** What is wrong; nothing if the books are in order. */
    static List<String> findings(Books books, Evidence evidence) {
        List<String> findings = new ArrayList<>();
        AUDITS.forEach(audit -> audit.look(books, evidence, findings::add));
        return findings;
    }
}
