package dev.svar.jdbc;

import dev.svar.store.BlobStore;
import java.util.List;
import java.util.Optional;

/**
 * All kinds of lines, in the order in which they are written: numbers first, so that none is given out twice; what refers to
 * a ticket after the tickets; work last, so that nothing is done before all is there.
 */
final class LineKinds {
    private LineKinds() {}

    static List<LineKind<?>> of(String prefix, Tables tables, Optional<BlobStore> blobs) {
        return List.of(
                new NumberLines(prefix, tables.numbers),
                new RotationLines(prefix, tables.turns),
                new OrganizationLines(prefix, tables.organizations),
                new ContactLines(prefix, tables.contacts),
                new PreferenceLines(prefix, tables.preferences),
                new MacroLines(prefix, tables.macros),
                new ArticleLines(prefix, tables.articles),
                new ArticleVersionLines(prefix, tables.articles),
                new ArticleCountLines(prefix, tables.articleCounts),
                new SuggestionLines(prefix, tables.suggestions),
                new ContentLines(prefix, tables.contents, blobs),
                new TicketLines(prefix, tables.tickets, tables.terms, tables.texts),
                new EventLines(prefix, tables.tickets),
                new MessageLines(prefix, tables.messages, tables.texts),
                new MailThreadLines(prefix, tables.threads),
                new IncidentLines(prefix, tables.incidents),
                new MailingLines(prefix, tables.mailings),
                new DeliveryLines(prefix, tables.deliveries),
                new SuppressionLines(prefix, tables.suppressions),
                new ReceiptLines(prefix, tables.receipts),
                new CursorLines(prefix, tables.cursors),
                new TallyLines(prefix, tables.tallies),
                new DeadWorkLines(prefix, tables.dead),
                new WorkLines(prefix, tables.work));
    }
}
