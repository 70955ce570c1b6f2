package dev.svar.ticket;

import dev.svar.contact.ContactId;
import java.util.UUID;
import java.util.stream.IntStream;

/** Contacts by number. */
final class People {
    private People() {}

    static ContactId numbered(int number) {
        return new ContactId(new UUID(3, number));
    }

    static ContactId[] many(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(People::numbered).toArray(ContactId[]::new);
    }
}
