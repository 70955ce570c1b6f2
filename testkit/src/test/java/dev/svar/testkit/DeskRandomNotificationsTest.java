package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static dev.svar.testkit.TestDesk.SIV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.NotificationKind;
import dev.svar.NotificationRules;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.error.SvarException;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people do, nobody is told of their own act, and nobody of one thing twice. */
final class DeskRandomNotificationsTest {
    private static final int DEEDS = 250;
    private static final List<AgentId> AGENTS = List.of(LARS, BERIT, SIV);
    private static final List<Status> STATUSES =
            List.of(Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD, Status.SOLVED, Status.CLOSED);
    private static final Set<String> RECEIPTS = Set.of("acknowledged", "message_refused");

    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = office.builder(office.mail)
            .notifications(NotificationRules.standard().with(NotificationKind.values()))
            .build();
    private final Set<Delivery> known = new HashSet<>();

    /** Whose act it was, as addresses: a person may have several. */
    private record Deed(Set<Address> by) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobody_is_told_of_their_own_act_and_nobody_of_one_thing_twice(long seed) {
        Random random = new Random(seed);
        Ticket ticket = office.opened();
        Ticket other = office.opened();
        ContactId ola =
                desk.open(NewTicket.builder(OLA, "Annet", "Hei").build()).requester();
        boolean onePerson = random.nextBoolean();
        if (onePerson) {
            desk.contacts().merge(ola, ticket.requester());
        }
        fresh(ticket.id());
        fresh(other.id());
        int told = 0;
        for (int i = 0; i < DEEDS; i++) {
            office.time.advance(Duration.ofMinutes(random.nextInt(200)));
            Ticket about = random.nextInt(4) > 0 ? ticket : other;
            Deed deed = deed(random, about.id(), ola, onePerson, i);
            List<Delivery> letters = fresh(about.id());
            told += letters.size();
            assertThat(letters)
                    .as("seed %d, deed %d, by %s", seed, i, deed.by())
                    .noneMatch(d -> !RECEIPTS.contains(d.kind())
                            && deed.by().contains(d.message().to()));
            assertThat(letters.stream().map(d -> d.message().to()).toList())
                    .as("seed %d, deed %d", seed, i)
                    .doesNotHaveDuplicates();
        }
        assertThat(told).as("seed %d: letters", seed).isGreaterThan(DEEDS / 5);
    }

    private List<Delivery> fresh(TicketId ticket) {
        List<Delivery> letters = desk.deliveries(ticket, 1000).stream()
                .filter(d -> known.stream().noneMatch(k -> k.id().equals(d.id())))
                .toList();
        known.addAll(letters);
        return letters;
    }

    private Deed deed(Random random, TicketId ticket, ContactId ola, boolean onePerson, int number) {
        AgentId agent = AGENTS.get(random.nextInt(3));
        AgentId named = AGENTS.get(random.nextInt(3));
        Actor by = Actor.agent(agent);
        Status status = STATUSES.get(random.nextInt(STATUSES.size()));
        Set<Address> self = Set.of(Address.mail(agent.value() + "@paamelding.example"));
        try {
            switch (random.nextInt(8)) {
                case 0 -> desk.assign(ticket, agent, named);
                case 1 -> desk.execute(ticket, new TicketCommand.Assign(by, Optional.empty()));
                case 2 -> desk.note(ticket, agent, "@" + named + " og @lars og @Siv Dahl");
                case 3 -> desk.reply(ticket, agent, "Hei", status);
                case 4 -> desk.execute(ticket, new TicketCommand.ChangeStatus(by, status));
                case 5 -> desk.execute(ticket, new TicketCommand.ChangeWatchers(by, some(random), some(random)));
                case 6 -> {
                    ContactId who = random.nextBoolean()
                            ? ola
                            : desk.find(ticket).orElseThrow().ticket().requester();
                    boolean kari = !who.equals(ola);
                    desk.execute(ticket, new TicketCommand.ChangeStatus(Actor.customer(who), status));
                    return new Deed(onePerson ? Set.of(KARI, OLA) : Set.of(kari ? KARI : OLA));
                }
                default -> {
                    if (random.nextInt(10) == 0) {
                        desk.execute(ticket, new TicketCommand.ChangeParticipants(by, Set.of(ola), Set.of()));
                    } else {
                        Ticket now = desk.find(ticket).orElseThrow().ticket();
                        desk.receive(TestDesk.mail("deed-" + number, KARI)
                                .subject("Re: [" + now.number() + "]")
                                .text("Jeg har et spørsmål til")
                                .build());
                        return new Deed(onePerson ? Set.of(KARI, OLA) : Set.of(KARI));
                    }
                }
            }
        } catch (SvarException e) { // what the rules refuse is nobody's deed
            return new Deed(self);
        }
        return new Deed(self);
    }

    private static Set<AgentId> some(Random random) {
        return AGENTS.stream().filter(a -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }
}
