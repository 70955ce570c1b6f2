package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.Organization;
import dev.svar.message.Attachment;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaClocks;
import dev.svar.store.StoreException;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.LinksRevoked;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything comes back from its JSON as it was, also what is added to the model later. */
final class JsonTest {
    static Stream<Class<?>> events() {
        return Arrays.stream(TicketEvent.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> actors() {
        return Arrays.stream(Actor.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> workKeys() {
        return kindsOf(WorkKey.class);
    }

    static Stream<Class<?>> fieldValues() {
        return kindsOf(FieldValue.class);
    }

    private static Stream<Class<?>> kindsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(JsonTest::kindsOf)
                : Stream.of(type);
    }

    private static JsonObject reread(JsonObject json) {
        return JsonObject.parse(json.write());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_comes_back_as_it_was(Class<? extends TicketEvent> type) {
        for (boolean full : new boolean[] {true, false}) {
            TicketEvent event = type.cast(new SampleValues(full).of(type));

            assertThat(EventJson.read(reread(EventJson.write(event)))).isEqualTo(event);
        }
    }

    @Test
    void a_change_of_priority_from_before_reasons_were_kept_has_none() {
        JsonObject before = JsonObject.parse("{\"type\":\"priority-changed\",\"from\":\"NORMAL\",\"to\":\"HIGH\"}");

        assertThat(EventJson.read(before)).isEqualTo(new PriorityChanged(Priority.NORMAL, Priority.HIGH));
    }

    @Test
    void every_event_has_a_name_of_its_own_that_does_not_change() {
        assertThat(events().map(type -> EventJson.typeOf((TicketEvent) new SampleValues(true).of(type))))
                .contains(
                        "opened",
                        "message-added",
                        "status-changed",
                        "assigned",
                        "priority-changed",
                        "categorized",
                        "sla-warned",
                        "delay-announced",
                        "sla-breached",
                        "sla-escalated",
                        "sla-reviewed",
                        "reactions-failed",
                        "delivery-failed",
                        "links-revoked",
                        "team-assigned",
                        "field-changed",
                        "snoozed",
                        "woken",
                        "spam-marked",
                        "spam-cleared",
                        "message-redacted",
                        "silence-step-taken",
                        "satisfaction-rated",
                        "satisfaction-reminded",
                        "message-refused",
                        "merged-into",
                        "took-over",
                        "unmerged",
                        "gave-back",
                        "linked",
                        "unlinked",
                        "split-off",
                        "message-copied")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("actors")
    void every_author_comes_back_as_it_was(Class<? extends Actor> type) {
        Actor actor = type.cast(new SampleValues(true).of(type));
        RecordedEvent event =
                new RecordedEvent(new TicketId(new UUID(1, 2)), 7, Story.NOW, actor, Channel.MAIL, new LinksRevoked(1));

        assertThat(ValueJson.actor(reread(ValueJson.actor(actor)))).isEqualTo(actor);
        assertThat(EventJson.read(event.ticket(), 7, Story.NOW, reread(EventJson.write(event))))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("fieldValues")
    void every_kind_of_value_comes_back_as_it_was(Class<? extends FieldValue> type) {
        for (boolean full : new boolean[] {true, false}) {
            FieldValue value = type.cast(new SampleValues(full).of(type));

            assertThat(PartJson.value(reread(PartJson.value(value)))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0.00", "1e29", "123456789012345678901234567890", "-0.000000000000000000000000000001"})
    void every_number_comes_back_as_it_was(BigDecimal number) {
        FieldValue value = FieldValue.of(number);

        assertThat(PartJson.value(reread(PartJson.value(value)))).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("workKeys")
    void every_name_of_work_comes_back_as_it_was(Class<? extends WorkKey> type) {
        WorkKey key = type.cast(new SampleValues(true).of(type));

        assertThat(WorkKey.parse(key.text())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_ticket_comes_back_with_every_part_that_its_builder_takes(boolean full) throws Exception {
        Ticket.Builder builder = filled(Ticket.class, Ticket.Builder.class, new SampleValues(full));
        TicketState state = new TicketState(builder.build(), clocks(full));

        assertThat(TicketJson.read(state.ticket().tenant(), reread(TicketJson.write(state))))
                .isEqualTo(state);
    }

    /** A builder after all its methods were called. */
    private static <B> B filled(Class<?> type, Class<B> builderType, SampleValues samples) throws Exception {
        Method start = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals("builder"))
                .findFirst()
                .orElseThrow();
        B builder = builderType.cast(start.invoke(null, arguments(start, samples)));
        for (Method part : builderType.getDeclaredMethods()) {
            if (part.getReturnType() == builderType) {
                part.invoke(builder, arguments(part, samples));
            }
        }
        return builder;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void contacts_and_organizations_come_back_with_every_part_that_their_builders_take(boolean full) throws Exception {
        Contact contact = filled(Contact.class, Contact.Builder.class, new SampleValues(full))
                .addresses(List.of(Address.mail("kari@kunde.example"), Address.phone("+4799887766")))
                .build();
        Organization organization = filled(Organization.class, Organization.Builder.class, new SampleValues(full))
                .build();

        assertThat(ValueJson.contact(contact.tenant(), contact.id(), reread(ValueJson.contact(contact))))
                .isEqualTo(contact);
        assertThat(ValueJson.organization(
                        organization.tenant(), organization.id(), reread(ValueJson.organization(organization))))
                .isEqualTo(organization);
    }

    private static Object[] arguments(Method method, SampleValues samples) throws InvocationTargetException {
        return Arrays.stream(method.getGenericParameterTypes()).map(samples::of).toArray();
    }

    private static SlaClocks clocks(boolean full) {
        SampleValues samples = new SampleValues(full);
        return SlaClocks.of(Arrays.stream(SlaTarget.values())
                .limit(full ? SlaTarget.values().length : 0)
                .map(target -> {
                    SlaClock c = (SlaClock) samples.of(SlaClock.class);
                    return new SlaClock(
                            target,
                            c.cycle(),
                            c.policy(),
                            c.allowed(),
                            c.startedAt(),
                            c.state(),
                            c.spent(),
                            c.since(),
                            c.breaksAfter(),
                            c.due(),
                            c.reached(),
                            c.carried());
                })
                .toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void messages_and_attachments_come_back_as_they_were(boolean full) {
        SampleValues samples = new SampleValues(full);
        OutboundMessage message = (OutboundMessage) samples.of(OutboundMessage.class);
        Attachment attachment = (Attachment) samples.of(Attachment.class);

        assertThat(ValueJson.outbound(reread(ValueJson.outbound(message)))).isEqualTo(message);
        assertThat(ValueJson.attachments(reread(ValueJson.attachments(List.of(attachment)))))
                .containsExactly(attachment);
    }

    @Test
    void properties_of_a_newer_version_are_not_looked_at() {
        JsonObject json = EventJson.write(new LinksRevoked(3)).put("because", "a newer version says why");

        assertThat(EventJson.read(reread(json))).isEqualTo(new LinksRevoked(3));
    }

    @Test
    void what_this_version_does_not_know_is_an_error_without_values() {
        assertThatThrownBy(() -> EventJson.read(JsonObject.parse("{\"type\":\"kari@kunde.example\"}")))
                .isInstanceOf(StoreException.class)
                .hasMessage("a stored event is none that this version of Svar knows: a newer version wrote it,"
                        + " use that here too");
        assertThatThrownBy(() -> EventJson.read(JsonObject.parse("{\"type\":\"links-revoked\"}")))
                .isInstanceOf(StoreException.class)
                .hasMessage("stored JSON cannot be read: the property generation is missing");
        assertThatThrownBy(() -> EventJson.read(JsonObject.parse("{\"type\":\"links-revoked\",\"generation\":\"x\"}")))
                .isInstanceOf(StoreException.class)
                .hasMessage("stored JSON cannot be read: the property generation has another form");
        assertThatThrownBy(() -> JsonObject.parse("{\"kari\":kari@kunde.example}"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("malformed")
                .hasMessageNotContaining("kunde")
                .hasNoCause();
        assertThatThrownBy(() -> JsonObject.parse("[]")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> PartJson.value(JsonObject.parse("{\"type\":\"NUMBER\",\"text\":\"kari\"}")))
                .isInstanceOf(StoreException.class)
                .hasMessage("stored JSON cannot be read: a value is no NUMBER")
                .hasNoCause();
    }
}
