package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.LoopCaps;
import dev.svar.LoopCaps.Cap;
import dev.svar.Mailbox;
import dev.svar.Taken;
import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageKey;
import dev.svar.message.OutboundMessage;
import dev.svar.store.DeskStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Machines that answer whatever they get, and whose mail says nothing about that: no header that could stop a loop is there. */
final class DeskLoopTest {
    private static final Address OTHERS = Address.mail("help@other.example");

    private final TestDesk office = new TestDesk();
    private int mails;

    /** What arrives of a mail if nothing but sender, recipient, subject and text is left of it. */
    private InboundMessage stripped(Address from, Address to, String subject, String text) {
        mails++;
        MessageKey key = new MessageKey(to, "<stripped" + mails + "@relay.example>");
        return InboundMessage.builder(key, TestDesk.raw("stripped " + mails), from)
                .recipients(List.of(to))
                .subject(subject)
                .text(text)
                .build();
    }

    private Taken answered(Address machine, String text) {
        return office.desk.receive(stripped(machine, MAILBOX, "I am away", text));
    }

    private long acknowledged() {
        office.desk.runDue(1_000);
        return office.allTickets().stream()
                .flatMap(state -> office.desk.deliveries(state.ticket().id(), 100).stream())
                .filter(d -> d.kind().equals("acknowledged") && d.state() == DeliveryState.ACCEPTED)
                .count();
    }

    @Test
    void two_desks_that_answer_each_other_stop_after_two_mails() {
        DeskStore theirs = new MemoryStore();
        RecordingTransport theirMail = RecordingTransport.mail();
        HelpDesk other = HelpDesk.builder(theirs)
                .time(office.time)
                .transport(theirMail)
                .mailbox(new Mailbox(OTHERS, "The other desk"))
                .build();
        other.receive(stripped(MAILBOX, OTHERS, "A question", "Somebody wrote to both."));
        List<OutboundMessage> all = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            other.runDue(100);
            theirMail.offered().stream().skip(ofOther(all)).toList().forEach(m -> {
                all.add(m);
                office.desk.receive(stripped(OTHERS, MAILBOX, "Re: " + m.subject(), m.text()));
            });
            office.sent().forEach(m -> {
                all.add(m);
                other.receive(stripped(MAILBOX, OTHERS, "Re: " + m.subject(), m.text()));
            });
            office.time.advance(Duration.ofSeconds(40));
        }

        assertThat(all).extracting(OutboundMessage::to).containsExactly(MAILBOX, OTHERS);
    }

    private static long ofOther(List<OutboundMessage> all) {
        return all.stream().filter(m -> m.from().equals(OTHERS)).count();
    }

    @Test
    void a_vacation_responder_gets_one_acknowledgement() {
        office.desk.receive(stripped(KARI, MAILBOX, "Betaling", "Hjelp"));
        for (int i = 0; i < 20; i++) {
            office.sent().forEach(m -> answered(KARI, "Away until Monday, about " + m.subject()));
            office.time.advance(Duration.ofMinutes(2));
        }

        assertThat(office.mail.offered()).hasSize(1);
        assertThat(office.allTickets()).hasSize(2);
    }

    @Test
    void what_is_not_answered_stands_in_the_ledger_with_the_reason() {
        answered(KARI, "one");
        Taken second = answered(KARI, "two");
        Delivery held = office.only(second.receipt().ticket().orElseThrow());

        assertThat(held.state()).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(held.detail()).isEqualTo("more than 1 automatic answers to this sender in PT1H");
    }

    @Test
    void a_machine_that_never_stops_gets_nothing_more_and_a_person_next_day_does() {
        for (int i = 0; i < 30; i++) {
            answered(KARI, "nr. " + i);
            office.time.advance(Duration.ofMinutes(50));
        }
        assertThat(acknowledged()).isEqualTo(1);

        office.time.advance(Duration.ofDays(8));
        answered(KARI, "another question");
        assertThat(acknowledged()).isEqualTo(2);
    }

    @Test
    void the_caps_of_a_sender_are_kept_in_the_store_for_all_nodes() {
        HelpDesk node = office.builder(office.mail).build();
        answered(KARI, "one");
        node.receive(stripped(KARI, MAILBOX, "I am away", "two"));

        assertThat(office.sent()).hasSize(1);
    }

    @Test
    void machines_with_ever_new_addresses_are_stopped_by_their_domain() {
        List<String> details = IntStream.range(0, 70)
                .mapToObj(i -> answered(Address.mail("bot" + i + "@farm.example"), "nr. " + i))
                .map(taken ->
                        office.only(taken.receipt().ticket().orElseThrow()).detail())
                .toList();

        assertThat(details.subList(0, 60)).containsOnly("");
        assertThat(details.subList(60, 70)).containsOnly("more than 60 automatic answers to farm.example in PT10M");
        answered(Address.mail("ola@another.example"), "Hei");
        assertThat(office.sent()).hasSize(61);
        office.time.advance(Duration.ofMinutes(11));
        answered(Address.mail("bot99@farm.example"), "once more");
        assertThat(office.sent()).hasSize(1);
    }

    @Test
    void the_mailbox_has_a_cap_of_its_own() {
        HelpDesk capped = office.builder(office.mail)
                .loopCaps(LoopCaps.STANDARD.toDomain(List.of()).ofMailbox(List.of(new Cap(3, Duration.ofHours(1)))))
                .build();
        for (int i = 0; i < 5; i++) {
            capped.receive(stripped(Address.mail("a@d" + i + ".example"), MAILBOX, "Hei", "nr. " + i));
        }

        assertThat(office.sent()).hasSize(3);
    }

    @Test
    void who_says_the_same_again_and_again_is_taken_for_a_machine() {
        for (int i = 0; i < 10; i++) {
            assertThat(answered(KARI, "Away").receipt().disposition()).isEqualTo(Disposition.OPENED);
            office.time.advance(Duration.ofMinutes(1));
        }
        Taken again = answered(KARI, "Away");

        assertThat(again.receipt().disposition()).isEqualTo(Disposition.AUTOMATIC);
        assertThat(again.receipt().reason()).isEqualTo("more than 10 messages of its sender say the same in PT1H");
        assertThat(again.receipt().ticket()).isPresent();
        assertThat(office.store.content(TENANT, again.receipt().raw())).isPresent();
        assertThat(answered(KARI, "Something else").receipt().disposition()).isEqualTo(Disposition.OPENED);
        office.time.advance(Duration.ofHours(2));
        assertThat(answered(KARI, "Away").receipt().disposition()).isEqualTo(Disposition.OPENED);
    }

    @Test
    void who_opens_tickets_in_a_form_is_always_told() {
        office.opened();
        office.opened();

        assertThat(office.sent()).hasSize(2);
    }

    @Test
    void caps_are_checked() {
        assertThatThrownBy(() -> new Cap(0, Duration.ofHours(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("cap.most");
        assertThatThrownBy(() -> LoopCaps.STANDARD.toSender(List.of(new Cap(51, Duration.ofHours(1)))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("toSender");
    }
}
