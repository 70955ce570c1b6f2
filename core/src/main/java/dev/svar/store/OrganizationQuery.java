package dev.svar.store;

import dev.svar.contact.Organization;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which organizations to list. The order is that of the names without letter case, by their code points; then that of the
 * ids' text. Whoever is renamed between two pages may be listed twice or not at all, everybody else is listed once.
 *
 * @param cursor where the page begins, as {@link Page#next} said; empty for the first page
 * @param limit the most organizations, 1 to {@value Page#MAX_LIMIT}
 */
public record OrganizationQuery(Optional<String> cursor, int limit) {
    /** The first name of all, so that nothing is left out. */
    private static final String BEGINNING = "";

    private static final Pattern PLACE = Pattern.compile("[0-9a-f]{2,4000}\\.[0-9a-f-]{36}");

    /**
     * Checks.
     *
     * @param cursor where the page begins
     * @param limit the most organizations
     */
    public OrganizationQuery {
        Check.range("query.limit", limit, 1, Page.MAX_LIMIT);
        cursor.filter(c -> !PLACE.matcher(c).matches()).ifPresent(c -> {
            throw new InvalidValueException("query.cursor", "is not one that a page of this query gave");
        });
    }

    /**
     * All organizations.
     *
     * @param limit the most organizations on the page
     * @return the query for the first page
     */
    public static OrganizationQuery all(int limit) {
        return new OrganizationQuery(Optional.empty(), limit);
    }

    /**
     * The same query for the page that begins at a cursor.
     *
     * @param next the cursor
     * @return the query
     */
    public OrganizationQuery from(String next) {
        return new OrganizationQuery(Optional.of(next), limit);
    }

    /** {@return the place after which the page begins, the smallest text for the first page; for stores} */
    public String after() {
        return cursor.orElse(BEGINNING);
    }

    /**
     * The place of an organization in the order, and the cursor that begins after it; for stores. It holds lower-case
     * hexadecimal digits, a full stop and hyphens only, so that every store compares it alike; no two have the same.
     *
     * @param organization which
     * @return its place
     */
    public static String place(Organization organization) {
        byte[] name = organization.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(name) + "." + organization.id();
    }
}
