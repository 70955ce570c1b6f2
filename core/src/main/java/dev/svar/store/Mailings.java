package dev.svar.store;

import dev.svar.announcement.Mailing;
import dev.svar.contact.TenantId;
import dev.svar.delivery.MailingId;
import java.util.List;
import java.util.Optional;

/** Port: mailings. Changed by {@link DeskStore#commit} only. */
public interface Mailings {
    /**
     * Finds a mailing.
     *
     * @param tenant whose
     * @param id its id
     * @return the mailing
     */
    Optional<Mailing> mailing(TenantId tenant, MailingId id);

    /**
     * Lists mailings, the latest first.
     *
     * @param tenant whose
     * @param after the last one of the page before
     * @param limit the most
     * @return the mailings in the order of when they were drafted, the latest first; then of their ids' text, backwards
     */
    List<Mailing> mailings(TenantId tenant, Optional<Mailing> after, int limit);
}
