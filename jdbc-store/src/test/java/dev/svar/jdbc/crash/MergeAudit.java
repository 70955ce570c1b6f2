package dev.svar.jdbc.crash;

import dev.svar.ticket.Absorbed;
import dev.svar.ticket.MergeRecord;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.GaveBack;
import dev.svar.ticket.TicketEvent.MergedInto;
import dev.svar.ticket.TicketEvent.TookOver;
import dev.svar.ticket.TicketEvent.Unmerged;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Of a merge and of its end both tickets know, and both the same. */
final class MergeAudit implements Audit {
    /** What happened between two tickets, from whichever side it is told. */
    private record Pairing(String what, TicketId source, TicketId into, String at) {}

    @Override
    public void look(Books books, Evidence evidence, Consumer<String> report) {
        List<Pairing> ofSources = new ArrayList<>();
        List<Pairing> ofTargets = new ArrayList<>();
        books.files().forEach((id, file) -> {
            Ticket ticket = file.state().ticket();
            if (ticket.merge().isPresent() != (ticket.status().category() == StatusCategory.MERGED)) {
                report.accept("ticket " + id + " is " + ticket.status() + " with the merge " + ticket.merge());
            }
            ticket.merge().map(MergeRecord::into).ifPresent(into -> {
                if (!absorbed(books, into).contains(id)) {
                    report.accept("ticket " + id + " is merged into " + into + ", which does not know it");
                }
            });
            for (TicketId source : absorbed(books, id)) {
                if (!mergedInto(books, source).equals(Optional.of(id))) {
                    report.accept("ticket " + id + " took over " + source + ", which does not know it");
                }
            }
            file.events().forEach(event -> collect(event, ofSources, ofTargets));
        });
        List<Pairing> onlyOfTargets = new ArrayList<>(ofTargets);
        ofSources.forEach(pairing -> {
            if (!onlyOfTargets.remove(pairing)) {
                report.accept("only one ticket knows of " + pairing);
            }
        });
        onlyOfTargets.forEach(pairing -> report.accept("only one ticket knows of " + pairing));
    }

    private static List<TicketId> absorbed(Books books, TicketId id) {
        return Optional.ofNullable(books.files().get(id)).stream()
                .flatMap(file -> file.state().ticket().absorbed().stream())
                .map(Absorbed::source)
                .toList();
    }

    private static Optional<TicketId> mergedInto(Books books, TicketId id) {
        return Optional.ofNullable(books.files().get(id))
                .flatMap(file -> file.state().ticket().merge())
                .map(MergeRecord::into);
    }

    private static void collect(RecordedEvent recorded, List<Pairing> ofSources, List<Pairing> ofTargets) {
        TicketEvent event = recorded.event();
        String at = recorded.at() + " by " + recorded.by();
        if (event instanceof MergedInto e) {
            ofSources.add(new Pairing("merge", recorded.ticket(), e.into(), at));
        } else if (event instanceof TookOver e) {
            ofTargets.add(new Pairing("merge", e.source(), recorded.ticket(), at));
        } else if (event instanceof Unmerged e) {
            ofSources.add(new Pairing("end of a merge", recorded.ticket(), e.from(), at));
        } else if (event instanceof GaveBack e) {
            ofTargets.add(new Pairing("end of a merge", e.source(), recorded.ticket(), at));
        }
    }
}
