package dev.svar.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class ContactMergesTest {
    private static final long SEED = 20261125;

    private final Map<ContactId, Contact> all = new LinkedHashMap<>();

    private static ContactId id(int number) {
        return new ContactId(new UUID(1, number));
    }

    private ContactId contact(int number) {
        Contact contact = Contact.builder(
                        id(number), TenantId.DEFAULT, List.of(Address.mail("c" + number + "@kunde.example")))
                .build();
        all.put(contact.id(), contact);
        return contact.id();
    }

    private Contact get(ContactId id) {
        return find(id).orElseThrow();
    }

    private Optional<Contact> find(ContactId id) {
        return Optional.ofNullable(all.get(id));
    }

    private void merge(ContactId from, ContactId into) {
        ContactMerges.merge(get(from), get(into)).forEach(after -> all.put(after.id(), after));
    }

    private void undo(ContactId from) {
        Contact merged = get(from);
        ContactMerges.undo(merged, ContactMerges.above(merged, this::find))
                .forEach(after -> all.put(after.id(), after));
    }

    private ContactId survivor(ContactId id) {
        return ContactMerges.survivor(get(id), this::find).id();
    }

    private static void refused(ThrowingCallable call, String field, String problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(problem);
    }

    @Test
    void a_merged_contact_keeps_what_it_has_and_leads_to_the_surviving_one() {
        ContactId a = contact(1);
        ContactId b = contact(2);
        Contact before = get(a);
        merge(a, b);

        assertThat(get(a))
                .isEqualTo(
                        before.toBuilder().mergedInto(Optional.of(b)).version(2).build());
        assertThat(get(b).merged()).containsExactly(a);
        assertThat(get(b).ids()).containsExactlyInAnyOrder(a, b);
        assertThat(get(b).version()).isEqualTo(2);
        assertThat(get(b).addresses()).containsExactly(Address.mail("c2@kunde.example"));
        assertThat(survivor(a)).isEqualTo(b);
        assertThat(survivor(b)).isEqualTo(b);
    }

    @Test
    void a_merge_that_is_undone_leaves_everything_as_it_was_but_for_what_was_changed_meanwhile() {
        ContactId a = contact(1);
        ContactId b = contact(2);
        Contact kari = get(a);
        Contact ola = get(b);
        merge(a, b);
        all.put(b, ContactLifecycle.rename(get(b), "Ola"));
        undo(a);

        assertThat(get(a)).isEqualTo(kari.toBuilder().version(3).build());
        assertThat(get(b)).isEqualTo(ola.toBuilder().name("Ola").version(4).build());
    }

    @Test
    void a_chain_leads_to_its_end_whose_contact_knows_all_of_it() {
        ContactId a = contact(1);
        ContactId b = contact(2);
        ContactId c = contact(3);
        merge(a, b);
        merge(b, c);

        assertThat(survivor(a)).isEqualTo(c);
        assertThat(get(a).mergedInto()).contains(b);
        assertThat(get(c).merged()).containsExactlyInAnyOrder(a, b);
    }

    @Test
    void undoing_the_upper_merge_of_a_chain_keeps_the_lower_one() {
        ContactId a = contact(1);
        ContactId b = contact(2);
        ContactId c = contact(3);
        merge(a, b);
        merge(b, c);
        undo(b);

        assertThat(survivor(a)).isEqualTo(b);
        assertThat(get(b).merged()).containsExactly(a);
        assertThat(get(c).merged()).isEmpty();
    }

    @Test
    void undoing_the_lower_merge_of_a_chain_is_known_all_the_way_up() {
        ContactId a = contact(1);
        ContactId b = contact(2);
        ContactId c = contact(3);
        merge(a, b);
        merge(b, c);
        undo(a);

        assertThat(survivor(a)).isEqualTo(a);
        assertThat(survivor(b)).isEqualTo(c);
        assertThat(get(b).merged()).isEmpty();
        assertThat(get(c).merged()).containsExactly(b);
    }

    @Test
    void a_contact_is_not_merged_with_itself_nor_twice_nor_into_one_that_was_merged() {
        ContactId a = contact(1);
        ContactId b = contact(2);
        ContactId c = contact(3);
        merge(a, b);
        Map<ContactId, Contact> before = Map.copyOf(all);

        refused(() -> merge(c, c), "into", "name another one");
        refused(() -> merge(a, c), "from", "was merged into contact " + b + ", undo that first");
        refused(() -> merge(c, a), "into", "was merged into contact " + b + ", merge into that one");
        refused(() -> merge(b, a), "into", "was merged into contact " + b);
        refused(() -> undo(b), "from", "nothing to undo");
        assertThat(all).isEqualTo(before);
    }

    @Test
    void a_contact_takes_a_limited_number_of_others_with_those_they_bring() {
        ContactId survivor = contact(0);
        for (int i = 1; i <= Contact.MAX_MERGED - 1; i++) {
            merge(contact(i), survivor);
        }
        ContactId pair = contact(100);
        ContactId single = contact(102);
        merge(contact(101), pair);

        refused(() -> merge(pair, survivor), "from", "51 contacts merged into one, at most 50 are allowed");
        merge(single, survivor);
        assertThat(get(survivor).merged()).hasSize(Contact.MAX_MERGED);
    }

    @Test
    void the_longest_chain_leads_to_its_end_and_can_be_undone_from_its_beginning() {
        ContactId last = contact(0);
        for (int i = 1; i <= Contact.MAX_MERGED; i++) {
            ContactId next = contact(i);
            merge(last, next);
            last = next;
        }
        assertThat(survivor(id(0))).isEqualTo(last);
        undo(id(0));

        assertThat(survivor(id(0))).isEqualTo(id(0));
        assertThat(get(last).merged()).hasSize(Contact.MAX_MERGED - 1);
    }

    @Test
    void a_chain_that_leads_nowhere_is_an_error_and_no_guess() {
        ContactId a = contact(1);
        ContactId b = contact(2);
        all.put(a, get(a).toBuilder().mergedInto(Optional.of(b)).build());
        all.put(b, get(b).toBuilder().mergedInto(Optional.of(a)).build());
        assertThatThrownBy(() -> survivor(a)).isInstanceOf(IllegalStateException.class);
        all.remove(b);

        assertThatThrownBy(() -> survivor(a)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void after_any_merges_and_undos_every_contact_knows_exactly_those_that_lead_to_it() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20; i++) {
            contact(i);
        }
        for (int step = 0; step < 2000; step++) {
            ContactId from = id(random.nextInt(20));
            ContactId into = id(random.nextInt(20));
            try {
                if (random.nextInt(5) < 3) {
                    merge(from, into);
                } else {
                    undo(from);
                }
            } catch (InvalidValueException refused) {
                // One of the merges that the rules do not allow.
            }
            assertThat(all.values())
                    .as("seed %d, step %d", SEED, step)
                    .allSatisfy(contact -> assertThat(contact.merged()).isEqualTo(leadingTo(contact.id())));
        }
    }

    private Set<ContactId> leadingTo(ContactId id) {
        return all.values().stream()
                .filter(contact -> ContactMerges.above(contact, this::find).contains(get(id)))
                .map(Contact::id)
                .collect(Collectors.toSet());
    }
}
