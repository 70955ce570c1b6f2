package dev.svar.announcement;

import dev.svar.contact.OrganizationId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.ContentRef;
import dev.svar.ticket.Tag;
import java.util.List;
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

    /**
     * To several of these, one after the other; who is among more than one of them gets one letter.
     *
     * @param parts which; at least one and at most {@value #MAX_PARTS}, none of them several itself
     */
    record Together(List<Recipients> parts) implements Recipients {
        /** The most of them. */
        public static final int MAX_PARTS = 20;

        /**
         * Copies.
         *
         * @param parts which
         * @throws InvalidValueException if there are none, too many, or one is several itself or adds people one by one
         */
        public Together {
            parts = List.copyOf(Check.size("recipients", parts, MAX_PARTS));
            if (parts.isEmpty()
                    || parts.stream().anyMatch(part -> part instanceof Together || part instanceof OneByOne)) {
                throw new InvalidValueException("recipients", "must be lists and requesters, at least one");
            }
        }
    }

    /** To people who are added one by one, as long as the mailing is not cancelled. */
    record OneByOne() implements Recipients {}
}
