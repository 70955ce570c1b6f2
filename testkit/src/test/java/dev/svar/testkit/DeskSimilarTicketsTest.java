package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static dev.svar.testkit.TestDesk.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.CustomerView;
import dev.svar.DuplicateSign;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.Redaction;
import dev.svar.SimilarTicket;
import dev.svar.SimilarTickets;
import dev.svar.UnknownTicketException;
import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.SearchIndexException;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tickets that are like another: which are found, by whom, and how the index follows the store. */
final class DeskSimilarTicketsTest {
    private static final String PARCEL = "Where is the parcel of order 4711? It should be here since Monday.";

    private final TestDesk test = new TestDesk();
    private final PlainTexts index = new PlainTexts();
    private final HelpDesk desk = test.builder(test.mail).similarTickets(index).build();
    private final SimilarTickets similar = desk.similarTickets();

    private Ticket opened(Address from, String subject, String text) {
        return desk.open(NewTicket.builder(from, subject, text).build());
    }

    private List<SimilarTicket> to(Ticket ticket) {
        desk.runDue(100);
        return similar.to(ticket.id(), seen -> true, 10);
    }

    private List<TicketId> ids(List<SimilarTicket> found) {
        return found.stream().map(one -> one.ticket().id()).toList();
    }

    @Test
    void tickets_that_are_alike_are_found_the_likest_first_and_never_the_ticket_itself() {
        Ticket parcel = opened(KARI, "Parcel", PARCEL);
        Ticket like = opened(OLA, "Late", "The parcel of my order should be here.");
        Ticket less = opened(STRANGER, "Hello", "Is there a parcel?");
        opened(STRANGER, "Zebras", "Striped animals");

        assertThat(ids(to(parcel))).containsExactly(like.id(), less.id());
        assertThat(to(parcel)).extracting(SimilarTicket::duplicate).containsExactly(Optional.empty(), Optional.empty());
        assertThat(similar.to(parcel.id(), seen -> true, 1)).hasSize(1);
        assertThatThrownBy(() -> similar.to(new TicketId(UUID.randomUUID()), seen -> true, 1))
                .isInstanceOf(UnknownTicketException.class);
        assertThatThrownBy(() -> similar.to(parcel.id(), seen -> true, 51)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void an_agent_is_not_shown_what_the_agent_may_not_see() {
        Ticket parcel = opened(KARI, "Parcel", PARCEL);
        Ticket hidden = opened(OLA, "Parcel", PARCEL);
        Ticket open = opened(STRANGER, "Parcel", "of order");
        desk.runDue(100);

        assertThat(ids(similar.to(parcel.id(), ticket -> !ticket.id().equals(hidden.id()), 1)))
                .containsExactly(open.id());
        assertThat(similar.duplicatesOf(parcel.id(), ticket -> false)).isEmpty();
    }

    @Test
    void what_a_person_asks_again_within_two_weeks_may_be_the_same_thing() {
        Ticket old = opened(KARI, "Parcel", PARCEL);
        test.time.advance(SimilarTickets.WINDOW.plusSeconds(1));
        Ticket first = opened(KARI, "Parcel", "I wait for the parcel of order 4711.");
        opened(OLA, "Order", "Where is the parcel?");
        Ticket second = opened(KARI, "Again", PARCEL);

        List<SimilarTicket> found = to(second);
        assertThat(found.get(0).ticket().id()).isEqualTo(first.id());
        assertThat(found.get(0).duplicate()).contains(DuplicateSign.SAME_REQUESTER);
        assertThat(ids(found))
                .as("of no use to be merged, but how was it solved?")
                .contains(old.id());
        assertThat(ids(similar.duplicatesOf(second.id(), seen -> true))).containsExactly(first.id());
        desk.merge(second.id(), first.id(), LARS);
        assertThat(similar.duplicatesOf(first.id(), seen -> true)).isEmpty();
        assertThat(ids(to(test.fresh(second))))
                .as("of a merged one neither it nor where it went")
                .doesNotContain(first.id(), second.id());
    }

    @Test
    void almost_the_same_words_of_somebody_else_may_be_the_same_thing_until_the_ticket_is_closed() {
        Ticket first = opened(OLA, "Alarm: disk 3 full", "The disk of the server in room 3 is full, please look.");
        Ticket second = opened(KARI, "Alarm: disk 3 full", "The disk of the server in room 3 is full, look!");
        Ticket shorter = opened(STRANGER, "Disk 3 full", "!");
        assertThat(similar.duplicatesOf(second.id(), seen -> true)).isEmpty();
        desk.runDue(100);

        assertThat(similar.duplicatesOf(second.id(), seen -> true))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.ticket().id()).isEqualTo(first.id());
                    assertThat(found.duplicate()).contains(DuplicateSign.SAME_WORDS);
                });
        assertThat(ids(to(second))).contains(shorter.id());
        desk.execute(first.id(), new TicketCommand.ChangeStatus(AGENT, Status.SOLVED));
        assertThat(similar.duplicatesOf(second.id(), seen -> true)).hasSize(1);
        desk.execute(first.id(), new TicketCommand.ChangeStatus(AGENT, Status.CLOSED));
        assertThat(similar.duplicatesOf(second.id(), seen -> true)).isEmpty();
        assertThat(ids(to(second))).contains(first.id());
    }

    @Test
    void what_an_agent_is_about_to_open_is_compared_too() {
        Ticket first = opened(KARI, "Parcel", PARCEL);
        desk.runDue(100);

        assertThat(similar.toDraft("", "the parcel of order 4711", Optional.of(first.requester()), seen -> true, 5))
                .singleElement()
                .satisfies(found -> assertThat(found.duplicate()).contains(DuplicateSign.SAME_REQUESTER));
        assertThat(similar.toDraft("Parcel", "", Optional.empty(), seen -> true, 5))
                .singleElement()
                .satisfies(found -> assertThat(found.duplicate()).isEmpty());
        assertThat(similar.toDraft("", "", Optional.empty(), seen -> true, 5)).isEmpty();
        assertThat(similar.toDraft("x".repeat(1_000_000), "y ".repeat(1_000_000), Optional.empty(), seen -> true, 5))
                .isEmpty();
    }

    @Test
    void a_customer_is_shown_own_tickets_only_and_as_customers_see_them() {
        Ticket own = opened(KARI, "Parcel", PARCEL);
        desk.note(own.id(), LARS, "The parcel is lost, do not tell.");
        opened(OLA, "Parcel", PARCEL);
        opened(KARI, "Zebras", "Striped animals");
        desk.runDue(100);

        List<CustomerView> views = similar.ownOf(own.requester(), "the parcel of order 4711 is not here", 5);

        assertThat(views).singleElement().satisfies(view -> {
            assertThat(view.number()).isEqualTo(own.number());
            assertThat(view.messages()).extracting(CustomerView.Entry::text).containsExactly(PARCEL);
        });
    }

    @Test
    void spam_merged_and_redacted_words_leave_and_come_back_when_it_was_a_mistake() {
        Ticket ticket = opened(OLA, "Card", "My card is 4111111111111111 and was refused.");
        Ticket other = opened(KARI, "Card", "Refused");
        desk.runDue(100);
        String id = ticket.id().toString();
        assertThat(index.texts.get(id)).isEqualTo("Card\nMy card is 4111111111111111 and was refused.");

        desk.redact(ticket.id(), desk.messages(ticket.id(), 0, 1).get(0).id(), Redaction.of("4111111111111111"), LARS);
        desk.runDue(100);
        assertThat(index.texts.get(id)).isEqualTo("Card\nMy card is █████ and was refused.");
        desk.execute(ticket.id(), new TicketCommand.MarkSpam(AGENT));
        assertThat(similar.to(other.id(), seen -> true, 5))
                .as("whatever the index holds")
                .isEmpty();
        desk.runDue(100);
        assertThat(index.texts).containsOnlyKeys(other.id().toString());
        desk.execute(ticket.id(), new TicketCommand.ClearSpam(AGENT));
        desk.mergeSharing(ticket.id(), other.id(), LARS);
        desk.runDue(100);
        assertThat(index.texts).containsOnlyKeys(other.id().toString());
        desk.undoMerge(ticket.id(), LARS);
        desk.runDue(100);
        assertThat(index.texts).containsKey(id);
    }

    @Test
    void only_what_says_something_else_is_indexed_again() {
        Ticket ticket = opened(OLA, "Card", "Refused");
        desk.runDue(100);
        int taken = index.taken;
        desk.reply(ticket.id(), LARS, "We look.");
        desk.note(ticket.id(), LARS, "A secret.");
        test.time.advance(Duration.ofMinutes(6));
        desk.runDue(100);

        assertThat(index.taken).isEqualTo(taken);
        desk.execute(ticket.id(), new TicketCommand.EditSubject(AGENT, "Visa card"));
        assertThat(similar.index(1)).isEqualTo(1);
        assertThat(index.texts.values()).containsExactly("Visa card\nRefused");
    }

    @Test
    void each_node_feeds_its_own_index_also_one_that_lost_everything() {
        opened(OLA, "Card", "Refused");
        desk.runDue(100);
        PlainTexts second = new PlainTexts();
        HelpDesk node = test.builder(test.mail).similarTickets(second).build();
        node.runDue(100);
        assertThat(second.texts).isEqualTo(index.texts);
        index.lose();
        desk.runDue(100);
        assertThat(index.texts).isEqualTo(second.texts);

        HelpDesk restarted = test.builder(test.mail).similarTickets(second).build();
        opened(KARI, "Card", "Stolen");
        restarted.runDue(100);
        desk.runDue(100);
        assertThat(second.texts).hasSize(2).isEqualTo(index.texts);
    }

    @Test
    void a_commit_that_comes_late_is_seen_when_everything_is_looked_at_again() {
        opened(OLA, "Card", "Refused");
        desk.runDue(100);
        ManualTime behind = ManualTime.at("2026-12-01T08:57:00Z");
        Ticket late = test.builder(test.mail)
                .time(behind)
                .build()
                .open(NewTicket.builder(KARI, "Parcel", PARCEL).build());
        desk.runDue(100);
        assertThat(index.texts).hasSize(1);
        test.time.advance(Duration.ofMinutes(5));
        desk.runDue(100);

        assertThat(index.texts).containsKey(late.id().toString());
    }

    @Test
    void many_tickets_of_one_instant_are_taken_in_steps_and_a_restart_goes_on() {
        for (int i = 0; i < 450; i++) {
            opened(KARI, "Parcel " + i, "?");
        }
        test.time.advance(Duration.ofHours(1));
        assertThat(similar.index(1)).isEqualTo(200);
        HelpDesk restarted = test.builder(test.mail).similarTickets(index).build();
        assertThat(restarted.similarTickets().index(1000)).isEqualTo(450);
        assertThat(index.texts).hasSize(450);
        assertThat(restarted.similarTickets().index(1000)).isZero();
        index.lose();
        for (int i = 0; i < 3; i++) {
            restarted.similarTickets().index(1);
        }
        assertThat(index.texts).hasSize(450);
    }

    @Test
    void an_index_that_was_fed_from_another_store_begins_anew() {
        TestDesk other = new TestDesk();
        HelpDesk fed = other.builder(other.mail).similarTickets(index).build();
        fed.open(NewTicket.builder(KARI, "Elsewhere", "x").build());
        fed.runDue(100);
        Ticket here = opened(KARI, "Here", "y");
        desk.runDue(100);

        assertThat(index.texts).containsOnlyKeys(here.id().toString());
    }

    @Test
    void an_index_is_rebuilt_from_all_tickets_and_then_follows() {
        Ticket first = opened(KARI, "Card", "Refused");
        opened(OLA, "Spam", "Buy");
        desk.execute(desk.find("SUP-2").orElseThrow().ticket().id(), new TicketCommand.MarkSpam(AGENT));
        index.texts.put("damaged", "x");
        similar.rebuild();
        assertThat(index.texts).containsOnlyKeys(first.id().toString());
        Ticket second = opened(STRANGER, "Card", "Stolen");
        desk.runDue(100);
        assertThat(index.texts)
                .containsOnlyKeys(first.id().toString(), second.id().toString());
    }

    @Test
    void an_index_that_cannot_be_written_keeps_no_other_work_from_being_done_and_catches_up() {
        index.unwritable = true;
        Ticket ticket = opened(KARI, "Card", "Refused");

        assertThat(desk.runDue(100).done()).isPositive();
        assertThatThrownBy(() -> similar.index(10)).isInstanceOf(SearchIndexException.class);
        index.unwritable = false;
        desk.runDue(100);
        assertThat(index.texts).containsOnlyKeys(ticket.id().toString());
    }

    @Test
    void a_desk_without_an_index_and_another_tenant_find_nothing() {
        Ticket ticket = opened(KARI, "Card", "Refused");
        opened(OLA, "Card", "Refused");
        desk.runDue(100);
        SimilarTickets none = test.desk.similarTickets();

        assertThat(none.to(ticket.id(), seen -> true, 5)).isEmpty();
        assertThat(none.ownOf(ticket.requester(), "card", 5)).isEmpty();
        assertThat(none.index(10)).isZero();
        SimilarTickets others = test.builder(test.mail)
                .tenant(new TenantId("other"))
                .similarTickets(index)
                .build()
                .similarTickets();
        assertThat(others.toDraft("Card", "", Optional.empty(), seen -> true, 5))
                .as("also of an index that mixes tenants up")
                .isEmpty();
    }
}
