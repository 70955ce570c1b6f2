package dev.svar.announcement;

import dev.svar.contact.OrganizationId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.ContentRef;
import dev.svar.ticket.Tag;
import java.util.Optional;

/** To whom a mailing goes. */
public sealed interface Recipients {
    /**
     * To the addresses of a list.
     *
     * @param list the list, as {@link RecipientList} wrote it
     */
    record Listed(ContentRef list) implements Recipients {}

    /**
     * To those who opened tickets: all that match, as they stand when the mailing comes to them.
     *
     * @param tag a tag that the tickets have, if it matters
     * @param organization the organization that the tickets are of, if it matters
     */
    record Requesters(Optional<Tag> tag, Optional<OrganizationId> organization) implements Recipients {
        /**
         * Checks that it does not name everybody.
         *
         * @param tag a tag that the tickets have, if it matters
         * @param organization the organization that the tickets are of, if it matters
         * @throws InvalidValueException if neither matters
         */
        public Requesters {
            if (tag.isEmpty() && organization.isEmpty()) {
                throw new InvalidValueException(
                        "recipients", "name neither a tag nor an organization, at least one must be there");
            }
        }
    }

    /** To people who are added one by one, as long as the mailing is not cancelled. */
    record OneByOne() implements Recipients {}
}
