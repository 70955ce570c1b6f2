package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.delivery.Delivery;
import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.TicketChange;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of stores about messages and the ids of mails. */
abstract class MessageContract extends TicketContract {
    /** For subclasses. */
    MessageContract() {}

    @Test
    final void messages_are_kept_in_order_exactly_as_they_were() {
        TicketChange opened = samples.opened(1);
        Message first = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "Hei 🙂", Optional.of("<1@k.example>"));
        Message second = samples.message(idOf(opened), 5, MessageRole.REPLY, "Hei igjen", Optional.empty());
        Message third = samples.message(idOf(opened), 7, MessageRole.CUSTOMER, "Takk", Optional.of("<2@k.example>"));
        mustCommit(samples.changes().ticket(opened).message(first));
        mustCommit(samples.changes().message(third).message(second));

        assertThat(store.messages(tenant, idOf(opened), 0, 100)).containsExactly(first, second, third);
        assertThat(store.messages(tenant, idOf(opened), 2, 1)).containsExactly(second);
        assertThat(store.latestMessages(tenant, idOf(opened), Set.of(MessageRole.CUSTOMER), 1))
                .containsExactly(third);
        assertThat(store.latestMessages(tenant, idOf(opened), Set.of(MessageRole.CUSTOMER, MessageRole.REPLY), 2))
                .containsExactly(third, second);
        assertThat(store.latestMessages(tenant, idOf(opened), Set.of(MessageRole.NOTE), 5))
                .isEmpty();
    }

    @Test
    final void text_comes_back_as_it_was_whatever_it_holds() {
        TicketChange opened = samples.opened(1);
        List<String> texts = List.of(
                "",
                "  spaces kept  ",
                "line\r\nbreaks\n",
                "nul \u0000 inside",
                "half a pair \uD83D alone",
                "\\u0000 spelled out \\ and \\\\",
                "emoji 👩‍👩‍👧 and 𝒜 and ffi",
                "'; drop table ticket; --",
                "x".repeat(200_000));
        Changes.Builder changes = samples.changes().ticket(opened);
        List<Message> messages = new ArrayList<>();
        for (String text : texts) {
            messages.add(
                    samples.message(idOf(opened), 10L + messages.size(), MessageRole.NOTE, text, Optional.empty()));
        }
        messages.forEach(changes::message);
        mustCommit(changes);

        assertThat(store.messages(tenant, idOf(opened), 0, 100)).isEqualTo(messages);
    }

    @Test
    final void a_mail_is_found_by_the_message_ids_that_came_and_went() {
        TicketChange one = samples.opened(1);
        TicketChange two = samples.opened(2);
        Delivery delivery = samples.delivery(idOf(two), NOW);
        mustCommit(samples.changes()
                .ticket(one)
                .message(samples.message(idOf(one), 2, MessageRole.CUSTOMER, "a", Optional.of("<in@k.example>"))));
        mustCommit(samples.changes().ticket(two).newDelivery(delivery));
        String sent = delivery.message().messageId();

        assertThat(store.ticketsOfMail(tenant, List.of("<in@k.example>"))).containsExactly(idOf(one));
        assertThat(store.ticketsOfMail(tenant, List.of(sent, sent))).containsExactly(idOf(two));
        assertThat(store.ticketsOfMail(tenant, List.of("<none@k.example>", sent, "<in@k.example>")))
                .containsExactly(idOf(two), idOf(one));
        assertThat(store.ticketsOfMail(tenant, List.of("<none@k.example>"))).isEmpty();
        assertThat(store.ticketsOfMail(tenant, List.of())).isEmpty();
    }

    @Test
    final void a_message_id_that_comes_again_stays_with_the_ticket_that_had_it_first() {
        TicketChange one = samples.opened(1);
        TicketChange two = samples.opened(2);
        Optional<String> same = Optional.of("<same@k.example>");
        mustCommit(
                samples.changes().ticket(one).message(samples.message(idOf(one), 2, MessageRole.CUSTOMER, "a", same)));
        mustCommit(
                samples.changes().ticket(two).message(samples.message(idOf(two), 2, MessageRole.CUSTOMER, "b", same)));
        Delivery first = samples.delivery(idOf(one), NOW);
        Optional<String> sent = Optional.of(first.message().messageId());
        mustCommit(samples.changes().newDelivery(first));
        mustCommit(samples.changes().message(samples.message(idOf(two), 3, MessageRole.CUSTOMER, "c", sent)));
        Delivery second = samples.delivery(idOf(one), NOW);
        Optional<String> known = Optional.of(second.message().messageId());
        mustCommit(samples.changes().message(samples.message(idOf(two), 4, MessageRole.CUSTOMER, "d", known)));
        mustCommit(samples.changes().newDelivery(second));

        assertThat(store.ticketsOfMail(tenant, List.of("<same@k.example>"))).containsExactly(idOf(one));
        assertThat(store.ticketsOfMail(tenant, List.of(sent.get()))).containsExactly(idOf(one));
        assertThat(store.ticketsOfMail(tenant, List.of(known.get()))).containsExactly(idOf(two));
        assertThat(store.messages(tenant, idOf(two), 0, 10)).hasSize(3);
    }

    @Test
    final void a_message_at_a_sequence_that_is_taken_is_stale() {
        TicketChange opened = samples.opened(1);
        Message first = samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "first", Optional.empty());
        mustCommit(samples.changes().ticket(opened).message(first));

        assertThat(store.commit(samples.changes()
                        .message(samples.message(idOf(opened), 2, MessageRole.NOTE, "second", Optional.empty()))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.messages(tenant, idOf(opened), 0, 10)).containsExactly(first);
    }

    @Test
    final void a_message_or_delivery_of_a_ticket_that_does_not_exist_is_an_error_and_leaves_nothing_behind() {
        TicketChange opened = samples.opened(1);
        TicketId nowhere = new TicketId(UUID.randomUUID());
        Changes message = samples.changes()
                .ticket(opened)
                .message(samples.message(nowhere, 2, MessageRole.NOTE, "lost", Optional.empty()))
                .build();
        Changes delivery = samples.changes()
                .ticket(opened)
                .newDelivery(samples.delivery(nowhere, NOW))
                .build();

        assertThatThrownBy(() -> store.commit(message)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.commit(delivery)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.ticket(tenant, idOf(opened))).isEmpty();
    }
}
