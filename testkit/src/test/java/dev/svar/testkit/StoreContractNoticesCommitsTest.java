package dev.svar.testkit;

import static dev.svar.testkit.Broken.accepting;
import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.assertNoticedAmongOthers;
import static dev.svar.testkit.Broken.committing;
import static dev.svar.testkit.Broken.leavingBehind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.delivery.Delivery;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeliveryChange;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract notices a store whose commits take what they must refuse, or half of it, or lose what they took. */
final class StoreContractNoticesCommitsTest {
    @Test
    void nothing_of_a_store_that_keeps_its_promises() throws Exception {
        assertNoticed(ForwardingStore::new);
        assertThat(Broken.tests()).hasSizeGreaterThan(40);
    }

    @Test
    void commits_that_are_tried_again_after_they_went_through() throws Exception {
        assertThat(Broken.failures(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        store.commit(changes);
                        return store.commit(changes);
                    }
                }))
                .contains(
                        "a_committed_ticket_is_found_by_its_id_and_its_number_exactly_as_it_was", "work_is_done_once");
    }

    @Test
    void commits_that_store_nothing() throws Exception {
        assertThat(Broken.failures(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        return CommitResult.COMMITTED;
                    }
                }))
                .hasSizeGreaterThan(Broken.tests().size() * 9 / 10);
    }

    @Test
    void tickets_that_are_lost() throws Exception {
        assertThat(Broken.failures(committing(parts -> parts.tickets.clear())))
                .contains("a_committed_ticket_is_found_by_its_id_and_its_number_exactly_as_it_was");
    }

    @Test
    void stale_versions_that_are_ignored() throws Exception {
        assertNoticedAmongOthers(
                accepting(CommitResult.STALE, parts -> parts.tickets.clear()),
                "a_change_decided_on_an_older_version_is_stale_and_leaves_nothing_behind",
                "of_several_changes_to_one_version_at_once_exactly_one_is_committed",
                "opening_a_ticket_twice_is_stale",
                "a_change_of_a_ticket_that_does_not_exist_is_stale");
    }

    @Test
    void a_number_that_is_taken_and_given_to_a_second_ticket() throws Exception {
        assertNoticed(
                accepting(CommitResult.STALE, parts -> parts.tickets.removeIf(t -> t.expectedVersion() == 0)),
                "a_number_that_is_taken_is_stale",
                "a_stale_commit_leaves_work_and_deliveries_as_they_were",
                "opening_a_ticket_twice_is_stale");
    }

    @Test
    void messages_that_are_left_out_at_a_sequence_that_is_taken() throws Exception {
        assertNoticed(
                accepting(CommitResult.STALE, parts -> parts.messages.clear()),
                "a_message_at_a_sequence_that_is_taken_is_stale");
    }

    @Test
    void contacts_that_are_left_out_when_their_address_is_taken() throws Exception {
        assertNoticed(
                accepting(CommitResult.STALE, parts -> parts.newContacts.clear()),
                "a_contact_is_found_at_each_of_its_addresses_and_each_of_them_is_its_own",
                "a_contact_that_is_not_known_cannot_change_and_one_that_is_known_is_not_new",
                "of_several_contacts_that_take_one_address_at_once_exactly_one_has_it",
                "of_several_contacts_with_one_address_at_once_exactly_one_is_committed",
                "two_contacts_of_one_commit_cannot_have_one_address");
    }

    @Test
    void contacts_that_share_an_address_with_another_of_their_commit() throws Exception {
        assertNoticed(
                accepting(
                        CommitResult.STALE,
                        parts -> parts.newContacts
                                .subList(Math.min(1, parts.newContacts.size()), parts.newContacts.size())
                                .clear()),
                "two_contacts_of_one_commit_cannot_have_one_address");
    }

    @Test
    void deliveries_that_are_planned_again() throws Exception {
        assertNoticed(
                accepting(CommitResult.STALE, parts -> parts.newDeliveries.clear()),
                "a_delivery_that_is_known_is_not_planned_again");
    }

    @Test
    void deliveries_that_move_on_from_any_state() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(Parts.twisted(
                                changes,
                                parts -> parts.deliveries.replaceAll(change -> new DeliveryChange(
                                        store.delivery(
                                                        changes.tenant(),
                                                        change.after().id())
                                                .map(Delivery::state)
                                                .orElse(change.expected()),
                                        change.after()))));
                    }
                },
                "a_delivery_moves_on_from_the_state_that_was_expected_only",
                "a_delivery_that_was_sent_again_keeps_what_became_of_it_before");
    }

    @Test
    void a_delivery_that_is_not_known_and_moves_on() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(Parts.twisted(
                                changes,
                                parts -> parts.deliveries.removeIf(change -> store.delivery(
                                                changes.tenant(), change.after().id())
                                        .isEmpty())));
                    }
                },
                "a_delivery_that_is_not_known_does_not_move_on",
                "one_tenant_changes_nothing_of_another");
    }

    @Test
    void receipts_that_are_ignored() throws Exception {
        assertNoticed(
                accepting(CommitResult.ALREADY_RECEIVED, parts -> parts.receipt = Optional.empty()),
                "a_message_is_received_once_and_the_second_time_leaves_nothing_behind",
                "of_several_receipts_of_one_message_at_once_exactly_one_is_committed",
                "the_reasons_to_refuse_are_looked_at_in_their_order");
    }

    @Test
    void claims_that_are_ignored() throws Exception {
        assertNoticedAmongOthers(
                accepting(CommitResult.CLAIM_LOST, parts -> parts.workResults.clear()),
                "work_is_done_once",
                "work_whose_lease_ended_is_claimed_again_and_the_first_claim_holds_no_more",
                "the_reasons_to_refuse_are_looked_at_in_their_order");
    }

    @Test
    void a_stale_commit_that_leaves_something_behind() throws Exception {
        String stale = "a_change_decided_on_an_older_version_is_stale_and_leaves_nothing_behind";
        assertNoticed(leavingBehind(CommitResult.STALE, (left, asked) -> left.messages.addAll(asked.messages)), stale);
        assertNoticed(leavingBehind(CommitResult.STALE, (left, asked) -> left.receipt = asked.receipt), stale);
        assertNoticed(leavingBehind(CommitResult.STALE, (left, asked) -> left.contents.addAll(asked.contents)), stale);
        assertNoticed(
                leavingBehind(CommitResult.STALE, (left, asked) -> left.newDeliveries.addAll(asked.newDeliveries)),
                stale,
                "a_mailing_changes_only_at_its_expected_version_and_is_new_only_once");
        assertNoticed(
                leavingBehind(CommitResult.STALE, (left, asked) -> left.scheduled.addAll(asked.scheduled)), stale);
        assertNoticed(
                leavingBehind(
                        CommitResult.STALE,
                        (left, asked) -> asked.newContacts.stream().limit(1).forEach(left.newContacts::add)),
                stale,
                "a_macro_at_another_version_or_with_the_shortcut_of_another_is_stale_and_changes_none_of_its_commit",
                "an_organization_at_another_version_is_stale_and_changes_none_of_its_commit",
                "two_contacts_of_one_commit_cannot_have_one_address",
                "what_is_known_against_an_address_changes_from_the_version_that_was_expected_only");
    }

    @Test
    void a_stale_commit_that_ends_its_work() throws Exception {
        assertNoticedAmongOthers(
                leavingBehind(CommitResult.STALE, (left, asked) -> left.workResults.addAll(asked.workResults)),
                "a_stale_commit_leaves_work_and_deliveries_as_they_were");
    }

    @Test
    void a_stale_commit_that_cancels_work() throws Exception {
        assertNoticed(
                leavingBehind(CommitResult.STALE, (left, asked) -> left.cancelled.addAll(asked.cancelled)),
                "a_stale_commit_leaves_work_and_deliveries_as_they_were");
    }

    @Test
    void a_stale_commit_that_moves_a_delivery() throws Exception {
        assertNoticed(
                leavingBehind(CommitResult.STALE, (left, asked) -> left.deliveries.addAll(asked.deliveries)),
                "a_stale_commit_leaves_work_and_deliveries_as_they_were");
    }

    @Test
    void a_second_receipt_that_leaves_a_ticket_behind() throws Exception {
        assertNoticed(
                leavingBehind(CommitResult.ALREADY_RECEIVED, (left, asked) -> left.tickets.addAll(asked.tickets)),
                "a_message_is_received_once_and_the_second_time_leaves_nothing_behind",
                "of_several_receipts_of_one_message_at_once_exactly_one_is_committed");
    }

    @Test
    void a_lost_claim_that_leaves_a_ticket_behind() throws Exception {
        assertNoticed(
                leavingBehind(CommitResult.CLAIM_LOST, (left, asked) -> left.tickets.addAll(asked.tickets)),
                "work_whose_lease_ended_is_claimed_again_and_the_first_claim_holds_no_more");
    }

    @Test
    void a_lost_claim_that_leaves_work_behind() throws Exception {
        assertNoticed(
                leavingBehind(CommitResult.CLAIM_LOST, (left, asked) -> left.scheduled.addAll(asked.scheduled)),
                "work_whose_lease_ended_is_claimed_again_and_the_first_claim_holds_no_more");
    }

    @Test
    void reasons_to_refuse_in_another_order() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        boolean known = changes.receipt()
                                .flatMap(r -> store.receipt(changes.tenant(), r.key()))
                                .isPresent();
                        return known ? CommitResult.ALREADY_RECEIVED : store.commit(changes);
                    }
                },
                "the_reasons_to_refuse_are_looked_at_in_their_order");
    }

    @Test
    void changes_of_a_ticket_that_does_not_exist_and_are_dropped() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        try {
                            return store.commit(changes);
                        } catch (IllegalArgumentException e) {
                            return CommitResult.STALE;
                        }
                    }
                },
                "a_message_or_delivery_of_a_ticket_that_does_not_exist_is_an_error_and_leaves_nothing_behind",
                "blotting_out_a_message_that_is_not_there_is_an_error_and_leaves_nothing_behind",
                "one_tenant_changes_nothing_of_another");
    }
}
