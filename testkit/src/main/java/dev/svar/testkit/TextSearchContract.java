package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.store.MessageRedaction;
import dev.svar.store.SearchWords;
import dev.svar.store.TextScope;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the contract of stores that is about finding tickets by what their messages say. */
abstract class TextSearchContract extends QueryContract {
    TextSearchContract() {}

    private SketchedTicket saying(long number, String subject, String... messages) {
        SketchedTicket ticket = with(number, t -> t.subject = subject);
        for (int i = 0; i < messages.length; i++) {
            added(ticket, i + 2, MessageRole.CUSTOMER, messages[i]);
        }
        return ticket;
    }

    private Message added(SketchedTicket ticket, long sequence, MessageRole role, String text) {
        Message message = samples.message(ticket.state().ticket().id(), sequence, role, text, Optional.empty());
        mustCommit(samples.changes().message(message));
        return message;
    }

    @Test
    final void words_are_found_in_the_subject_and_in_all_messages_together() {
        SketchedTicket first = saying(1, "Får ikke betalt", "Pakken\nmangler!", "Hallo, er det noen?");
        saying(2, "Pakkepost", "Jeg har betalt, men ingenting kom.");
        saying(3, "Adresse", "Den er feil.");

        assertFound(q -> q.text("pakke"), 1, 2);
        assertFound(q -> q.text("PAKKEN"), 1);
        assertFound(q -> q.text("betalt mangler hallo"), 1);
        assertFound(q -> q.text("betalt pakke"), 1, 2);
        assertFound(q -> q.text("betalt vipps"));
        assertFound(q -> q.text("quoted"));
        assertFound(q -> q.text("csv"));
        added(first, 9, MessageRole.REPLY, "Betalte du med Vipps?");
        assertFound(q -> q.text("betalt vipps"), 1);
        changed(first, t -> t.subject = "Levert");
        assertFound(q -> q.text("levert betalte mangler"), 1);
        assertFound(q -> q.text("får"));
    }

    @Test
    final void internal_notes_are_found_unless_only_what_is_public_is_searched() {
        SketchedTicket first = saying(1, "Kort", "Kunden skriver");
        added(first, 3, MessageRole.REPLY, "Agenten svarer");
        added(first, 4, MessageRole.NOTE, "Notat om kunden");
        added(first, 5, MessageRole.AUTOMATIC, "Fravær");

        for (String word : List.of("kort", "kunden", "agenten", "notat", "fravær", "kort skriver svarer om fravær")) {
            assertFound(q -> q.text(word), 1);
            assertFound(q -> q.text(word, TextScope.ALL), 1);
        }
        assertFound(q -> q.text("kort kunden svarer", TextScope.PUBLIC), 1);
        assertFound(q -> q.text("notat", TextScope.PUBLIC));
        assertFound(q -> q.text("kort notat", TextScope.PUBLIC));
        assertFound(q -> q.text("fravær", TextScope.PUBLIC));
        assertFound(q -> q.text("kort", TextScope.SUBJECT), 1);
        assertFound(q -> q.text("kort skriver", TextScope.SUBJECT));
    }

    @Test
    final void what_is_blotted_out_is_found_no_more_and_the_rest_still_is() {
        SketchedTicket first = saying(1, "Kort");
        Message message = added(first, 2, MessageRole.CUSTOMER, "Koden er hemmelig");
        added(first, 3, MessageRole.CUSTOMER, "Koden var det");
        Message blotted = new Message(
                message.id(),
                message.tenant(),
                message.ticket(),
                message.sequence(),
                message.role(),
                message.by(),
                message.at(),
                message.messageId(),
                "Koden er █████",
                message.fullText(),
                Optional.empty(),
                List.of());
        assertFound(q -> q.text("hemmelig"), 1);
        mustCommit(samples.changes().redaction(new MessageRedaction(blotted, Set.of())));

        assertFound(q -> q.text("hemmelig"));
        assertFound(q -> q.text("koden er"), 1);
        assertFound(q -> q.text("koden er var kort"), 1);
    }

    @Test
    final void what_stands_without_spaces_is_found_by_any_part_of_it() {
        saying(1, "支払い", "クレジットカードが使えません。2026年から。", "ช่วยด้วยครับ");
        saying(2, "Kort", "カード", "ドが");
        saying(3, "SIMカード", "年金");

        assertFound(q -> q.text("カード"), 1, 2, 3);
        assertFound(q -> q.text("カードが"), 1);
        assertFound(q -> q.text("カードが使えません"), 1);
        assertFound(q -> q.text("払"), 1);
        assertFound(q -> q.text("sim カ"), 3);
        assertFound(q -> q.text("2026 年"), 1);
        assertFound(q -> q.text("ด้วย"), 1);
        assertFound(q -> q.text("カードが", TextScope.SUBJECT));
    }

    @Test
    final void whatever_is_typed_is_looked_for_as_words() {
        saying(1, "Kort", "O'Brien said: \\ \"no\" & | ! 100%_ (a:*) <-> NOT near +x -y ~z @dist null");

        for (String typed : List.of(
                "o'brien",
                "'no'",
                "\"no\" & no",
                "a | ! a",
                "no:*",
                "100%_",
                "\\ said \\'",
                "(a",
                "a <-> no",
                "--a",
                "+x -y",
                "not near",
                "null",
                "@dist",
                "$100 ?",
                "a; --",
                "/* a */")) {
            assertFound(q -> q.text(typed), 1);
        }
        assertFound(q -> q.text("no' | 'c"));
    }

    @Test
    final void short_and_frequent_words_are_found_like_others() {
        saying(1, "A", "the of www i");
        saying(2, "B", "Theodor ofte x");

        assertFound(q -> q.text("the"), 1, 2);
        assertFound(q -> q.text("the i"), 1);
        assertFound(q -> q.text("www"), 1);
        assertFound(q -> q.text("a"), 1);
        assertFound(q -> q.text("x of"), 2);
    }

    @Test
    final void accents_and_scripts_are_told_apart_and_letter_case_is_not() {
        saying(1, "1", "Får Straße привет ЙОЛКА अआ ŁÓDŹ 𐐀𐐨 Ĝis");
        saying(2, "2", "far strase привёт łodz ăis");

        assertFound(q -> q.text("får"), 1);
        assertFound(q -> q.text("FAR"), 2);
        assertFound(q -> q.text("ПРИВЕТ"), 1);
        assertFound(q -> q.text("привёт"), 2);
        assertFound(q -> q.text("йол"), 1);
        assertFound(q -> q.text("łódź"), 1);
        assertFound(q -> q.text("अआ"), 1);
        assertFound(q -> q.text("𐐨"), 1);
        assertFound(q -> q.text("ĝ"), 1);
        assertFound(q -> q.text("ăis"), 2);
    }

    @Test
    final void a_long_message_is_found_by_its_first_words() {
        String text = IntStream.range(0, 100_000)
                .mapToObj(line -> "linje " + (100_000 + line))
                .collect(Collectors.joining("\n"));
        saying(1, "Logg", text);

        assertFound(q -> q.text("linje 109998"), 1);
        assertFound(q -> q.text("109999"));
    }

    @Test
    final void the_longest_words_are_found() {
        String text = IntStream.range(0, SearchWords.MAX_WORDS)
                .mapToObj(i -> "\uAC00".repeat(SearchWords.MAX_WORD_LENGTH - 5) + (10_000 + i) + "さ")
                .collect(Collectors.joining(" "));
        saying(1, "Logg", text);

        assertFound(q -> q.text("\uAC00".repeat(SearchWords.MAX_WORD_LENGTH - 5) + "14999"), 1);
        assertFound(q -> q.text("\uAC00".repeat(SearchWords.MAX_WORD_LENGTH - 5) + "x"));
    }

    @Test
    final void words_are_one_condition_among_others_and_change_neither_order_nor_pages() {
        for (int number = 1; number <= 9; number++) {
            Status status = number % 3 == 0 ? Status.CLOSED : Status.OPEN;
            SketchedTicket ticket = saying(number, "Sak", number == 5 ? "Pakken kom" : "Pakken mangler");
            long updated = 100L - number;
            changed(ticket, t -> {
                t.status = status;
                t.updatedAt = Samples.NOW.plusSeconds(updated);
            });
        }
        TicketQuery query = TicketQuery.builder()
                .text("mangler sak pakken")
                .statuses(EnumSet.of(StatusCategory.OPEN, StatusCategory.NEW))
                .ascending(TicketSort.UPDATED)
                .limit(4)
                .build();

        assertThat(pages(query, () -> {})).containsExactly(8L, 7L, 4L, 2L, 1L);
    }

    @Test
    final void what_another_tenants_messages_say_is_not_found() {
        saying(1, "Sak", "Pakken mangler");
        TenantId other = new TenantId("other-" + UUID.randomUUID());
        SketchedTicket theirs = new SketchedTicket(other, 1);
        mustCommit(new Samples(other).changes().ticket(theirs.change()));
        TicketQuery query = TicketQuery.builder().text("pakken").build();

        assertThat(store.tickets(other, query).items()).isEmpty();
        assertThat(store.count(other, query, 10)).isZero();
        assertThat(store.count(tenant, query, 10)).isEqualTo(1);
    }
}
