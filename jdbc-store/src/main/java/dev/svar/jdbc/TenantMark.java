package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What words begin with in an index that cannot begin with the tenant itself. It keeps the words of tenants apart so that
 * searches stay fast, not so that they stay secret: two tenants may share a mark, and every search asks for the tenant too.
 */
record TenantMark(String value) {
    private static final int LENGTH = 6;

    static TenantMark of(TenantId tenant) {
        return new TenantMark(Digest.of(tenant.value()).substring(0, LENGTH));
    }

    String before(String word) {
        return value + word;
    }

    /** Separated by spaces, of which words have none. */
    String before(Collection<String> words) {
        return words.stream().map(this::before).collect(Collectors.joining(" "));
    }
}
