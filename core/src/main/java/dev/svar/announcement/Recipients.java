package dev.svar.announcement;

import dev.svar.contact.OrganizationId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.ContentRef;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketCommand;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
     * @param category the category that the tickets are in, if it matters
     * @param statuses of which the tickets have one; whatever they have if empty
     * @param openedSince since when the tickets were opened, if it matters: from {@link #EARLIEST} to
     *     {@link #LATEST}, to the microsecond
     */
    record Requesters(
            Optional<Tag> tag,
            Optional<OrganizationId> organization,
            Optional<String> category,
            Set<StatusCategory> statuses,
            Optional<Instant> openedSince)
            implements Recipients {
        /** The earliest instant since when tickets can be asked for, as in a query of tickets. */
        public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

        /** The latest one. */
        public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

        /**
         * Copies, and checks that it does not name everybody.
         *
         * @param tag a tag that the tickets have, if it matters
         * @param organization the organization that the tickets are of, if it matters
         * @param category the category that the tickets are in, if it matters
         * @param statuses of which the tickets have one
         * @param openedSince since when the tickets were opened, if it matters
         * @throws InvalidValueException if nothing matters, the category is none, or the time is out of range
         */
        public Requesters {
            category.ifPresent(named -> Check.line("recipients.category", named, TicketCommand.MAX_CATEGORY_LENGTH));
            statuses = Set.copyOf(statuses);
            openedSince = openedSince.map(Requesters::within);
            if (tag.isEmpty()
                    && organization.isEmpty()
                    && category.isEmpty()
                    && statuses.isEmpty()
                    && openedSince.isEmpty()) {
                throw new InvalidValueException(
                        "recipients",
                        "name no tag, organization, category, status or time, at least one must be there");
            }
        }

        private static Instant within(Instant since) {
            if (since.isBefore(EARLIEST) || since.isAfter(LATEST)) {
                throw new InvalidValueException(
                        "recipients.openedSince", "is " + since + ", it must be from " + EARLIEST + " to " + LATEST);
            }
            return since.truncatedTo(ChronoUnit.MICROS);
        }

        /**
         * Of tickets in whatever category and status.
         *
         * @param tag a tag that the tickets have, if it matters
         * @param organization the organization that the tickets are of, if it matters
         * @throws InvalidValueException if neither matters
         */
        public Requesters(Optional<Tag> tag, Optional<OrganizationId> organization) {
            this(tag, organization, Optional.empty(), Set.of(), Optional.empty());
        }

        /**
         * Of tickets of a category.
         *
         * @param category the category
         * @return the recipients
         * @throws InvalidValueException if it is none
         */
        public static Requesters inCategory(String category) {
            return new Requesters(
                    Optional.empty(), Optional.empty(), Optional.of(category), Set.of(), Optional.empty());
        }

        /**
         * Of those tickets only that stand somewhere.
         *
         * @param anyOf where
         * @return the recipients
         */
        public Requesters standing(Set<StatusCategory> anyOf) {
            return new Requesters(tag, organization, category, anyOf, openedSince);
        }

        /**
         * Of those tickets only that were opened lately.
         *
         * @param since since when
         * @return the recipients
         * @throws InvalidValueException if it is out of range
         */
        public Requesters openedSince(Instant since) {
            return new Requesters(tag, organization, category, statuses, Optional.of(since));
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
