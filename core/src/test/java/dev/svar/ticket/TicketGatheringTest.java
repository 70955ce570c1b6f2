package dev.svar.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.TicketCommand.ChangeParticipants;
import dev.svar.ticket.TicketCommand.ChangeTags;
import dev.svar.ticket.TicketCommand.EditSubject;
import dev.svar.ticket.TicketCommand.RecordTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people add to a ticket while they work on it: subject, tags, participants, time. */
final class TicketGatheringTest {
    private static final Instant NOW = Instant.parse("2026-12-03T10:00:00Z");
    private static final Actor OLA = Actor.agent(new AgentId("ola"));
    private static final ContactId KARI = new ContactId(UUID.randomUUID());
    private static final ContactId PER = new ContactId(UUID.randomUUID());

    private Ticket ticket = Ticket.builder(
                    new TicketId(UUID.randomUUID()),
                    TenantId.DEFAULT,
                    new TicketNumber("SUP", 1),
                    KARI,
                    Channel.MAIL,
                    NOW)
            .subject("Betaling")
            .version(2, NOW)
            .build();

    private List<TicketEvent> carryOut(TicketCommand command) {
        List<RecordedEvent> events = TicketLifecycle.standard().decide(ticket, command, NOW);
        events.forEach(event -> ticket = TicketLifecycle.apply(ticket, event));
        return events.stream().map(RecordedEvent::event).toList();
    }

    private static Set<Tag> tags(String... names) {
        return Set.of(names).stream().map(Tag::new).collect(Collectors.toSet());
    }

    @Test
    void the_subject_is_edited_and_the_history_tells_both() {
        assertThat(carryOut(new EditSubject(OLA, "Betaling med Vipps")))
                .containsExactly(new TicketEvent.SubjectEdited("Betaling", "Betaling med Vipps"));
        assertThat(ticket.subject()).isEqualTo("Betaling med Vipps");
        assertThat(carryOut(new EditSubject(OLA, "Betaling med Vipps"))).isEmpty();
        assertThatThrownBy(() -> new EditSubject(OLA, "two\nlines"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("subject");
    }

    @Test
    void tags_are_added_and_removed_whatever_their_letter_case() {
        carryOut(new ChangeTags(OLA, tags("VIP", "Vipps"), Set.of()));

        assertThat(carryOut(new ChangeTags(OLA, tags("vip", "haster"), tags("VIPPS", "unknown"))))
                .containsExactly(new TicketEvent.TagsChanged(tags("haster"), tags("vipps")));
        assertThat(ticket.tags()).containsExactly(new Tag("haster"), new Tag("vip"));
        assertThat(carryOut(new ChangeTags(OLA, tags("vip"), tags("unknown")))).isEmpty();
    }

    @Test
    void a_tag_that_is_added_and_removed_at_once_is_removed() {
        carryOut(new ChangeTags(OLA, tags("a"), Set.of()));

        carryOut(new ChangeTags(OLA, tags("a", "b"), tags("a", "b")));

        assertThat(ticket.tags()).isEmpty();
    }

    @Test
    void a_ticket_has_a_bounded_number_of_tags() {
        Set<Tag> many = IntStream.range(0, TicketCommand.MAX_TAGS)
                .mapToObj(i -> new Tag("t" + i))
                .collect(Collectors.toSet());
        carryOut(new ChangeTags(OLA, many, Set.of()));

        assertThatThrownBy(() -> carryOut(new ChangeTags(OLA, tags("one more"), Set.of())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("ticket.tags holds 101 elements, at most 100 are allowed");
        carryOut(new ChangeTags(OLA, tags("one more"), tags("t0")));
        assertThat(ticket.tags()).hasSize(TicketCommand.MAX_TAGS);
        assertThatThrownBy(() -> new Tag("x".repeat(51))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Tag(" ")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void participants_join_and_leave_but_the_requester_stays() {
        assertThat(carryOut(new ChangeParticipants(OLA, Set.of(PER, KARI), Set.of())))
                .containsExactly(new TicketEvent.ParticipantsChanged(Set.of(PER), Set.of()));
        assertThat(ticket.involves(PER)).isTrue();

        carryOut(new ChangeParticipants(OLA, Set.of(), Set.of(PER, KARI)));

        assertThat(ticket.involves(PER)).isFalse();
        assertThat(ticket.involves(KARI)).isTrue();
    }

    @Test
    void time_adds_up_and_absurd_times_are_refused() {
        carryOut(new RecordTime(OLA, Duration.ofMinutes(25)));
        carryOut(new RecordTime(OLA, Duration.ofMinutes(40)));

        assertThat(ticket.timeSpent()).isEqualTo(Duration.ofMinutes(65));
        assertThatThrownBy(() -> new RecordTime(OLA, Duration.ZERO)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new RecordTime(OLA, Duration.ofDays(32)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("spent");
    }
}
