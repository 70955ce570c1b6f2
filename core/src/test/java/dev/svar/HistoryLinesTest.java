package dev.svar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.EventFacts.Word;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TeamId;
import dev.svar.template.LiquidRenderer;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.Value;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Rating;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import dev.svar.ticket.TicketNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

final class HistoryLinesTest {
    private static final Instant DUE = Instant.parse("2026-12-02T09:00:00Z");
    private static final ContactId KARI = new ContactId(new UUID(0, 1));
    private static final ContactId NAMELESS = new ContactId(new UUID(0, 2));
    private static final AgentId LARS = new AgentId("lars");
    private static final AgentId BERIT = new AgentId("berit");
    private static final TicketId TICKET = new TicketId(new UUID(0, 3));
    private static final TicketId OTHER = new TicketId(new UUID(0, 4));
    private static final TicketNumber NUMBER = new TicketNumber("SUP", 1042);
    private static final MessageId MESSAGE = new MessageId(new UUID(0, 5));
    private static final FieldKey PLAN = new FieldKey("plan");

    static final List<String> LANGUAGES = List.of("en", "nb", "sv", "fi", "hu", "ru");

    private static final Names NAMES = new Names() {
        @Override
        public Optional<String> agent(AgentId agent) {
            return Optional.of(agent.equals(LARS) ? "Lars Holm" : "Berit Moe");
        }

        @Override
        public Optional<String> customer(ContactId contact) {
            return Names.given(contact.equals(KARI) ? "Kari Nordmann" : "nobody@kunde.example");
        }

        @Override
        public Optional<String> holder(Address address) {
            return Optional.empty();
        }

        @Override
        public Optional<TicketNumber> number(TicketId ticket) {
            return Optional.of(NUMBER);
        }

        @Override
        public String field(FieldKey key) {
            return "Plan";
        }
    };

    /** At least one of each kind. */
    static List<TicketEvent> events() {
        List<TicketEvent> events = new ArrayList<>(List.of(
                opened(Optional.empty()),
                opened(Optional.of(new TicketLink(LinkKind.FOLLOWS, OTHER))),
                opened(Optional.of(new TicketLink(LinkKind.SPLIT_FROM, OTHER))),
                new TicketEvent.MessageCopied(MESSAGE, MessageRole.CUSTOMER, OTHER, MESSAGE),
                new TicketEvent.StatusChanged(
                        Status.OPEN, new Status("at the vendor", StatusCategory.PENDING_INTERNAL)),
                new TicketEvent.Assigned(Optional.empty(), Optional.of(LARS)),
                new TicketEvent.Assigned(Optional.of(LARS), Optional.of(BERIT)),
                new TicketEvent.Assigned(Optional.of(LARS), Optional.empty()),
                new TicketEvent.TeamAssigned(Optional.empty(), Optional.of(new TeamId("billing"))),
                new TicketEvent.TeamAssigned(Optional.of(new TeamId("billing")), Optional.of(new TeamId("web"))),
                new TicketEvent.TeamAssigned(Optional.of(new TeamId("billing")), Optional.empty()),
                new TicketEvent.PriorityChanged(Priority.LOW, Priority.URGENT),
                new TicketEvent.Categorized(Optional.empty(), "payment", List.of()),
                new TicketEvent.Categorized(Optional.of("other"), "payment", List.of("card")),
                new TicketEvent.SubjectEdited("Help", "Card refused"),
                new TicketEvent.TagsChanged(Set.of(new Tag("vip")), Set.of(new Tag("new-user"))),
                new TicketEvent.TagsChanged(Set.of(new Tag("vip")), Set.of()),
                new TicketEvent.TagsChanged(Set.of(), Set.of(new Tag("vip"))),
                new TicketEvent.ParticipantsChanged(Set.of(KARI, NAMELESS), Set.of()),
                new TicketEvent.WatchersChanged(Set.of(new AgentId("ola")), Set.of()),
                new TicketEvent.TimeRecorded(Duration.ofSeconds(3725)),
                new TicketEvent.TimeRecorded(Duration.ofMillis(3))));
        events.addAll(List.of(
                field(Optional.empty(), Optional.of(FieldValue.of("gold\n" + "and more ".repeat(100)))),
                field(Optional.of(FieldValue.of(new BigDecimal("12.50"))), Optional.of(FieldValue.of(7))),
                field(Optional.of(FieldValue.of(true)), Optional.of(FieldValue.of(false))),
                field(Optional.of(FieldValue.of(LocalDate.of(2026, 12, 3))), Optional.empty()),
                field(Optional.empty(), Optional.of(FieldValue.choice("gold"))),
                new TicketEvent.SlaWarned(SlaTarget.FIRST_RESPONSE, 1, 1, DUE),
                new TicketEvent.DelayAnnounced(SlaTarget.RESOLUTION, 1, DUE, DUE.plusSeconds(3600)),
                new TicketEvent.SlaBreached(SlaTarget.NEXT_RESPONSE, 2, DUE, Duration.ofHours(8)),
                new TicketEvent.SlaEscalated(SlaTarget.PERIODIC_UPDATE, 2, 1, DUE),
                new TicketEvent.SlaReviewed(),
                new TicketEvent.ReactionsFailed(true),
                new TicketEvent.DeliveryFailed(
                        Address.mail("kari@kunde.example"), "5.1.1", "550 <kari@kunde.example> is unknown"),
                new TicketEvent.DeliveryFailed(Address.mail("kari@kunde.example"), "", "kari@kunde.example"),
                new TicketEvent.LinksRevoked(1),
                new TicketEvent.Snoozed(DUE),
                new TicketEvent.Woken(),
                new TicketEvent.SpamMarked(),
                new TicketEvent.SpamCleared(),
                new TicketEvent.MessageRedacted(MESSAGE, 2, 1),
                new TicketEvent.MessageRefused(),
                new TicketEvent.MergedInto(OTHER, NUMBER),
                new TicketEvent.TookOver(OTHER, NUMBER, Set.of(OTHER), Set.of(KARI), true, Optional.empty()),
                new TicketEvent.Unmerged(OTHER, NUMBER),
                new TicketEvent.GaveBack(OTHER, NUMBER, Set.of(OTHER), Set.of(KARI)),
                new TicketEvent.Unlinked(LinkKind.RELATES_TO, OTHER, NUMBER),
                new TicketEvent.SplitOff(OTHER, NUMBER, List.of(MESSAGE)),
                new TicketEvent.SplitOff(OTHER, NUMBER, List.of(MESSAGE, new MessageId(new UUID(0, 9))))));
        each(MessageRole.values(), events, role -> new TicketEvent.MessageAdded(MESSAGE, role));
        each(LinkKind.values(), events, kind -> new TicketEvent.Linked(kind, OTHER, NUMBER));
        each(Rating.values(), events, rating -> new TicketEvent.SatisfactionRated(rating, "x", Optional.empty()));
        events.add(new TicketEvent.SatisfactionRated(Rating.GOOD, "", Optional.of(Resolution.WORKAROUND)));
        events.add(new TicketEvent.SatisfactionReminded());
        each(SilenceStep.values(), events, step -> new TicketEvent.SilenceStepTaken(1, step));
        each(
                Resolution.values(),
                events,
                how -> new TicketEvent.StatusChanged(Status.PENDING, Status.SOLVED, Optional.of(how)));
        return events;
    }

    private static <E> void each(E[] constants, List<TicketEvent> events, Function<E, TicketEvent> event) {
        Stream.of(constants).map(event).forEach(events::add);
    }

    private static TicketEvent opened(Optional<TicketLink> origin) {
        return new TicketEvent.Opened(
                NUMBER,
                "Help",
                KARI,
                Set.of(),
                Priority.NORMAL,
                Channel.MAIL,
                Optional.empty(),
                true,
                Optional.empty(),
                List.of(),
                Map.of(),
                Status.NEW,
                origin);
    }

    private static TicketEvent field(Optional<FieldValue> from, Optional<FieldValue> to) {
        return new TicketEvent.FieldChanged(PLAN, from, to);
    }

    private static String line(String language, Map<String, Value> facts) {
        Template template = TemplateCatalog.shipped()
                .find("history", List.of(Locale.forLanguageTag(language)))
                .orElseThrow();
        assertThat(template.locale()).isEqualTo(Locale.forLanguageTag(language));
        RenderContext context = RenderContext.builder(facts, DUE)
                .locale(template.locale())
                .zone(ZoneId.of("Europe/Oslo"))
                .mode(RenderMode.STRICT)
                .build();
        return new LiquidRenderer().render(template, context).text();
    }

    private static Map<String, Value> facts(TicketEvent event, Actor by) {
        return new HistoryFacts(NAMES).of(new RecordedEvent(TICKET, 7, DUE, by, Channel.HOST, event));
    }

    private static String line(String language, TicketEvent event) {
        return line(language, facts(event, Actor.agent(LARS)));
    }

    @Test
    void there_is_a_sample_of_every_event_and_it_has_a_name() {
        Set<Class<?>> told = events().stream().map(TicketEvent::getClass).collect(Collectors.toSet());
        assertThat(told).containsExactlyInAnyOrder(TicketEvent.class.getPermittedSubclasses());
        assertThat(events()).allSatisfy(event -> {
            Value.Fields facts = (Value.Fields) facts(event, Actor.agent(LARS)).get("event");
            String name = event.getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1");
            assertThat(facts.values()).containsEntry("type", Value.of(name.toLowerCase(Locale.ROOT)));
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_event_by_anybody_is_one_line_without_an_address_or_a_word_that_is_none(String language) {
        for (TicketEvent event : events()) {
            for (Actor by :
                    List.of(Actor.agent(LARS), Actor.customer(KARI), Actor.customer(NAMELESS), Actor.rule("silence"))) {
                assertThat(line(language, facts(event, by)))
                        .as("%s: %s by %s", language, event, by)
                        .isNotBlank()
                        .doesNotContain("\n", "  ", "@", "{", "}", "nil", "null", "()", "“”")
                        .doesNotContainPattern("[a-z]_[a-z]")
                        .doesNotContainPattern("\\s$|^\\s| [,.;:)]|\\( ")
                        .hasSizeLessThan(400);
            }
        }
    }

    /** The closed sets that lines have words for, each as it stands in a line. */
    static Stream<Map.Entry<Class<? extends Enum<?>>, Function<String, EventFacts>>> vocabularies() {
        return Stream.of(
                Map.entry(MessageRole.class, code -> new EventFacts("message_added").with("role", code)),
                Map.entry(LinkKind.class, code -> new EventFacts("linked").with("link", code)),
                Map.entry(SilenceStep.class, code -> new EventFacts("silence_step_taken").with("step", code)),
                Map.entry(Resolution.class, code -> new EventFacts("status_changed").with("resolution", code)),
                Map.entry(Rating.class, code -> new EventFacts("satisfaction_rated").with("code", code)),
                Map.entry(SlaTarget.class, code -> new EventFacts("sla_warned").with("target", code)),
                Map.entry(StatusCategory.class, code -> change("status_changed", "status", code)),
                Map.entry(Priority.class, code -> change("priority_changed", "priority", code)));
    }

    private static EventFacts change(String type, String kind, String code) {
        return new EventFacts(type).changed(new Word("text", "x"), new Word(kind, code));
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void every_constant_has_its_own_word(Map.Entry<Class<? extends Enum<?>>, Function<String, EventFacts>> vocabulary) {
        for (String language : LANGUAGES) {
            List<String> lines = Stream.concat(
                            Stream.of("another"),
                            Stream.of(vocabulary.getKey().getEnumConstants()).map(EventFacts::code))
                    .map(vocabulary.getValue())
                    .map(facts -> line(language, Map.of("event", facts.value(), "actor", actor())))
                    .toList();
            assertThat(lines).as(language).doesNotHaveDuplicates();
        }
    }

    private static Value actor() {
        return Value.of(Map.of("kind", "agent", "name", "Lars Holm"));
    }

    @Test
    void an_event_that_nobody_has_described_would_have_no_line() {
        for (String language : LANGUAGES) {
            EventFacts unknown = new EventFacts("another");

            assertThat(line(language, Map.of("event", unknown.value(), "actor", actor())))
                    .isBlank();
        }
    }

    @Test
    void a_template_that_asks_for_what_no_event_has_is_noticed() {
        Template wrong = new Template("history", Locale.ENGLISH, "x", "{{ event.recipent }}");
        RenderContext strict = RenderContext.builder(facts(new TicketEvent.Woken(), Actor.rule("snooze")), DUE)
                .mode(RenderMode.STRICT)
                .build();

        assertThatThrownBy(() -> new LiquidRenderer().render(wrong, strict)).hasMessageContaining("recipent");
    }

    @Test
    void lines_read_as_people_would_write_them() {
        TicketEvent solved =
                new TicketEvent.StatusChanged(Status.OPEN, Status.SOLVED, Optional.of(Resolution.WORKAROUND));
        assertThat(line("en", solved)).isEqualTo("Lars Holm changed the status from open to solved (workaround)");
        assertThat(line("nb", solved)).isEqualTo("Lars Holm endret status fra åpen til løst (midlertidig løsning)");
        assertThat(line("sv", solved)).isEqualTo("Lars Holm ändrade status från öppet till löst (tillfällig lösning)");
        assertThat(line("fi", solved)).isEqualTo("Lars Holm muutti tilan: avoin → ratkaistu (kiertotie)");
        assertThat(line("hu", solved))
                .isEqualTo("Lars Holm módosította az állapotot: nyitott → megoldott (áthidaló megoldás)");
        assertThat(line("ru", solved)).isEqualTo("Статус изменён: открыто → решено (временное решение) (Lars Holm)");
        assertThat(line("en", opened(Optional.of(new TicketLink(LinkKind.FOLLOWS, OTHER)))))
                .isEqualTo("Lars Holm opened the ticket, follow-up of SUP-1042");
        assertThat(line("en", new TicketEvent.TagsChanged(Set.of(new Tag("b"), new Tag("a")), Set.of(new Tag("c")))))
                .isEqualTo("Lars Holm changed the tags: added a, b, removed c");
        assertThat(line("en", new TicketEvent.ParticipantsChanged(Set.of(KARI, NAMELESS), Set.of())))
                .isEqualTo("Lars Holm changed who takes part: added Kari Nordmann, +1");
        assertThat(line("en", new TicketEvent.SplitOff(OTHER, NUMBER, List.of(MESSAGE))))
                .isEqualTo("Lars Holm split 1 message off into SUP-1042");
        assertThat(line("en", facts(new TicketEvent.Woken(), Actor.rule("snooze"))))
                .isEqualTo("The ticket came back after it was put aside");
        assertThat(line(
                        "ru",
                        facts(new TicketEvent.MessageAdded(MESSAGE, MessageRole.CUSTOMER), Actor.customer(NAMELESS))))
                .isEqualTo("Сообщение клиента");
    }

    @Test
    void numbers_times_and_days_are_written_in_the_languages_way() {
        TicketEvent time = new TicketEvent.TimeRecorded(Duration.ofSeconds(3725));
        TicketEvent number = field(Optional.of(FieldValue.of(new BigDecimal("12.50"))), Optional.of(FieldValue.of(7)));
        TicketEvent day = field(Optional.empty(), Optional.of(FieldValue.of(LocalDate.of(2026, 12, 3))));
        TicketEvent until = new TicketEvent.Snoozed(DUE);

        assertThat(line("en", time)).endsWith("for 1 h 2 min 5 s");
        assertThat(line("hu", time)).endsWith(": 1 óra 2 perc 5 mp");
        assertThat(line("ru", time)).startsWith("Учтено время: 1 ч 2 мин 5 с");
        assertThat(line("en", new TicketEvent.TimeRecorded(Duration.ofMinutes(45))))
                .endsWith("for 45 min");
        assertThat(line("en", number)).endsWith("from 12.5 to 7");
        assertThat(line("nb", number)).endsWith("fra 12,5 til 7");
        assertThat(line("nb", day)).endsWith("til 3. desember 2026");
        assertThat(line("fi", day)).endsWith(": 3.12.2026");
        assertThat(line("ru", day)).contains("3 декабря 2026");
        assertThat(line("hu", until)).endsWith("2026. december 2. 10:00");
        assertThat(line("sv", until)).endsWith("2 december 2026 kl. 10.00");
    }
}
