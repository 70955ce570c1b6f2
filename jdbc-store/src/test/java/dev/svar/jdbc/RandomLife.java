package dev.svar.jdbc;

import dev.svar.NewTicket;
import dev.svar.Redaction;
import dev.svar.Taken;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.Message;
import dev.svar.message.MessageKey;
import dev.svar.message.MessageNature;
import dev.svar.store.Page;
import dev.svar.store.TextScope;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What customers and agents do to a desk, at random; it learns from the reference which tickets there are. */
final class RandomLife {
    private static final List<Address> CUSTOMERS = IntStream.range(0, 12)
            .mapToObj(i -> Address.mail("kunde" + i + "@kunde.example"))
            .toList();
    private static final List<Status> STATUSES = List.of(
            Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD, Status.SOLVED, Status.CLOSED, Status.MERGED);
    private static final List<String> TEXTS = List.of(
            "Jeg får ikke betalt med kortet mitt.",
            "Når er start?",
            "Tusen takk for hjelpen!",
            "Hallo? 🙂",
            "x\u0000y");

    /** Words that are in several texts, in notes, in what is blotted out now and then. */
    private static final List<String> SOUGHT =
            List.of("kort", "KORTET", "jeg betalt", "internt", "svar hallo", "takk sak", "emne start", "x y", "delt");

    private final Random random;
    private final ManualTime time;
    private final List<TicketId> tickets = new ArrayList<>();
    private final List<ContactId> contacts = new ArrayList<>();
    private final Map<String, Supplier<Function<ModelDesk, Object>>> repertoire = new LinkedHashMap<>();
    private final Set<String> notYet = new LinkedHashSet<>();
    private Deed latest = new Deed("nothing", desk -> "");
    private int mails;

    /** Something that is done to a desk. */
    record Deed(String name, Function<ModelDesk, Object> what) {
        Object on(ModelDesk desk) {
            return what.apply(desk);
        }
    }

    RandomLife(Random random, ManualTime time) {
        this.random = random;
        this.time = time;
        byCustomers();
        byAgents();
        withTwoTickets();
        withContacts();
        withQueries();
        notYet.addAll(repertoire.keySet());
    }

    /** Time goes on by a different bit before each deed, so that nothing is due at the same instant as something else. */
    Deed next() {
        time.advance(Duration.ofSeconds(random.nextInt(3000)).plusNanos(1000L * (1 + random.nextInt(999_999))));
        List<String> names = List.copyOf(repertoire.keySet());
        String name = tickets.isEmpty() ? "open" : one(names);
        latest = new Deed(
                name, Optional.ofNullable(repertoire.get(name)).orElseThrow().get());
        return latest;
    }

    void learn(Object outcome) {
        if (outcome instanceof String error && error.contains("Exception: ")) {
            return;
        }
        notYet.remove(latest.name());
        if (outcome instanceof Ticket ticket) {
            know(ticket.id());
            if (!contacts.contains(ticket.requester())) {
                contacts.add(ticket.requester());
            }
        } else if (outcome instanceof Taken taken) {
            taken.receipt().ticket().ifPresent(this::know);
        }
    }

    private void know(TicketId ticket) {
        if (!tickets.contains(ticket)) {
            tickets.add(ticket);
        }
    }

    List<TicketId> tickets() {
        return tickets;
    }

    /** The names of the deeds that never came off. */
    Set<String> deeds() {
        return notYet;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Mostly a ticket that is young, so that some of them have a long life. */
    private TicketId ticket() {
        int from = random.nextInt(4) == 0 ? 0 : Math.max(0, tickets.size() - 12);
        return tickets.get(from + random.nextInt(tickets.size() - from));
    }

    private AgentId agent() {
        return one(ModelDesk.AGENTS);
    }

    private void does(String name, Supplier<Function<ModelDesk, Object>> deed) {
        repertoire.put(name, deed);
    }

    private void commands(String name, Supplier<TicketCommand> commands) {
        does(name, () -> {
            TicketId ticket = ticket();
            TicketCommand command = commands.get();
            return d -> d.desk().execute(ticket, command);
        });
    }

    private void byCustomers() {
        does("open", () -> {
            NewTicket.Builder ticket = NewTicket.builder(one(CUSTOMERS), "Sak " + random.nextInt(9), one(TEXTS))
                    .priority(one(List.of(Priority.values())));
            if (random.nextBoolean()) {
                ticket.field("plan", FieldValue.choice(one(List.of("free", "gold", "silver"))));
            }
            return d -> d.desk().open(ticket.build());
        });
        does("write", () -> {
            InboundMessage message = mail().build();
            return d -> d.desk().receive(message);
        });
        does("answer", () -> {
            TicketId ticket = ticket();
            InboundMessage message = mail().about(ticket).build();
            return d -> d.desk().receive(message);
        });
        does("answer automatically", () -> {
            InboundMessage message = mail().about(ticket())
                    .nature(new MessageNature.AutomaticReply("out of office"))
                    .build();
            return d -> d.desk().receive(message);
        });
    }

    private InboundMessage.Builder mail() {
        int id = random.nextInt(10) == 0 ? random.nextInt(mails + 1) : mails++;
        String messageId = "<" + id + "@kunde.example>";
        return InboundMessage.builder(
                        new MessageKey(ModelDesk.MAILBOX, messageId),
                        Content.of(messageId.getBytes(StandardCharsets.UTF_8)),
                        one(CUSTOMERS))
                .messageId(messageId)
                .recipients(List.of(ModelDesk.MAILBOX, one(CUSTOMERS)))
                .subject(random.nextInt(3) == 0 ? "Re: [SUP-" + (1 + random.nextInt(40)) + "]" : "Spørsmål")
                .references(List.of("<" + random.nextInt(mails + 1) + "@kunde.example>"))
                .text(one(TEXTS));
    }

    private void byAgents() {
        does("reply", () -> {
            TicketId ticket = ticket();
            AgentId agent = agent();
            Status then = one(STATUSES);
            return d -> d.desk().reply(ticket, agent, "Svar", then);
        });
        does("solve", () -> {
            TicketId ticket = ticket();
            AgentId agent = agent();
            Resolution how = one(List.of(Resolution.values()));
            return d -> d.desk().solve(ticket, agent, how);
        });
        does("note", () -> {
            TicketId ticket = ticket();
            return d -> d.desk().note(ticket, ModelDesk.AGENTS.get(0), "Internt");
        });
        commands("status", () -> new TicketCommand.ChangeStatus(by(), one(STATUSES)));
        commands("assign", () -> new TicketCommand.Assign(by(), maybe(agent())));
        commands("team", () -> new TicketCommand.AssignTeam(by(), maybe(one(ModelDesk.TEAMS))));
        commands("priority", () -> new TicketCommand.ChangePriority(by(), one(List.of(Priority.values()))));
        commands("categorize", () -> new TicketCommand.Categorize(by(), "kategori " + random.nextInt(3), List.of()));
        commands("subject", () -> new TicketCommand.EditSubject(by(), "Emne " + random.nextInt(5)));
        commands("watchers", () -> new TicketCommand.ChangeWatchers(by(), Set.of(agent()), Set.of(agent())));
        commands("tags", () -> new TicketCommand.ChangeTags(by(), Set.of(tag()), Set.of(tag())));
        commands(
                "seats",
                () -> new TicketCommand.SetField(by(), new FieldKey("seats"), maybe(FieldValue.of(random.nextInt(3)))));
        commands(
                "snooze",
                () -> new TicketCommand.Snooze(by(), time.instant().plusSeconds(random.nextInt(400_000) - 1000L)));
        commands("wake", () -> new TicketCommand.Wake(by()));
        commands("spam", () -> new TicketCommand.MarkSpam(by()));
        commands("no spam", () -> new TicketCommand.ClearSpam(by()));
        commands("time", () -> new TicketCommand.RecordTime(by(), Duration.ofMinutes(1 + random.nextInt(90))));
        commands("revoke links", () -> new TicketCommand.RevokeLinks(by()));
        does("redact", () -> {
            TicketId ticket = ticket();
            return d -> {
                MessageId message = firstMessages(d, ticket, 1).get(0);
                return d.desk().redact(ticket, message, Redaction.of("kortet"), ModelDesk.AGENTS.get(0));
            };
        });
        // What is due at the same instant comes in no particular order, so how many pieces of work there were may
        // differ.
        does("run due work", () -> d -> {
            d.desk().runDue(1000);
            return d.desk().runDue(1000).next();
        });
        does("offer the backlog", () -> d -> d.desk().offerBacklog(3));
    }

    private Actor by() {
        return Actor.agent(agent());
    }

    private Tag tag() {
        return new Tag("merke" + random.nextInt(6));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    private static List<MessageId> firstMessages(ModelDesk desk, TicketId ticket, int count) {
        return desk.desk().messages(ticket, 0, count).stream().map(Message::id).toList();
    }

    private void withTwoTickets() {
        does("merge", () -> {
            TicketId ticket = ticket();
            TicketId other = ticket();
            boolean sharing = random.nextBoolean();
            return d -> sharing
                    ? d.desk().mergeSharing(ticket, other, ModelDesk.AGENTS.get(1))
                    : d.desk().merge(ticket, other, ModelDesk.AGENTS.get(1));
        });
        does("undo a merge", () -> {
            TicketId ticket = ticket();
            return d -> d.desk().undoMerge(ticket, ModelDesk.AGENTS.get(1));
        });
        does("link", () -> {
            TicketId ticket = ticket();
            TicketId other = ticket();
            LinkKind kind = one(List.of(LinkKind.values()));
            return d -> d.desk().link(ticket, kind, other, ModelDesk.AGENTS.get(2));
        });
        does("unlink", () -> {
            TicketId ticket = ticket();
            TicketId other = ticket();
            LinkKind kind = one(List.of(LinkKind.values()));
            return d -> d.desk().unlink(ticket, kind, other, ModelDesk.AGENTS.get(2));
        });
        does("split", () -> {
            TicketId ticket = ticket();
            int count = 1 + random.nextInt(3);
            return d -> d.desk().split(ticket, firstMessages(d, ticket, count), "Delt", ModelDesk.AGENTS.get(0));
        });
        does("all at once", () -> {
            List<TicketId> some = List.of(ticket(), ticket(), ticket());
            TicketCommand command = new TicketCommand.ChangePriority(by(), one(List.of(Priority.values())));
            return d -> d.desk().executeAll(some, command).stream()
                    .map(r -> r.ticket() + " " + r.after() + " " + r.failure().map(Throwable::getMessage))
                    .toList();
        });
    }

    private void withContacts() {
        does("merge contacts", () -> {
            ContactId from = contact();
            ContactId into = contact();
            return d -> d.desk().contacts().merge(from, into);
        });
        does("undo a merge of contacts", () -> {
            ContactId contact = contact();
            return d -> d.desk().contacts().undoMerge(contact);
        });
        does("rename", () -> {
            ContactId contact = contact();
            return d -> d.desk().contacts().rename(contact, "Navn " + contact);
        });
        does("look somebody up", () -> {
            Address address = one(CUSTOMERS);
            return d -> d.desk().contacts().at(address).map(Contact::ids);
        });
    }

    private void withQueries() {
        does("list", () -> {
            TicketQuery query = query();
            return d -> {
                Page<TicketState> page = d.desk().tickets(query);
                List<Page<TicketState>> pages = new ArrayList<>(List.of(page));
                while (page.next().isPresent() && pages.size() < 4) {
                    page = d.desk().tickets(query.from(page.next().orElseThrow()));
                    pages.add(page);
                }
                return List.copyOf(pages);
            };
        });
        does("count", () -> {
            Map<String, TicketQuery> queues = Map.of("a", query(), "b", query());
            return d -> Map.copyOf(d.desk().counts(queues));
        });
        does("look at what the customer sees", () -> {
            TicketId ticket = ticket();
            ContactId contact = contact();
            return d -> d.desk().customerView(ticket, contact);
        });
    }

    private TicketQuery query() {
        TicketQuery.Builder query = TicketQuery.builder().limit(1 + random.nextInt(20));
        TicketSort sort = one(List.of(TicketSort.values()));
        Status status = one(STATUSES);
        List<Runnable> filters = List.of(
                () -> query.statuses(EnumSet.of(status.category(), StatusCategory.OPEN)),
                () -> query.labels(Set.of(status.label())),
                () -> query.assignee(agent()),
                query::unassigned,
                () -> query.team(one(ModelDesk.TEAMS)),
                query::withoutTeam,
                () -> query.requesters(Set.of(contact())),
                () -> query.category("payment"),
                () -> query.tags(Set.of(tag())),
                () -> query.priorities(Set.of(one(List.of(Priority.values())))),
                () -> query.field(new FieldKey("plan"), FieldValue.choice(one(List.of("free", "gold")))),
                () -> query.dueBefore(time.instant()),
                () -> query.updatedSince(time.instant().minus(Duration.ofDays(2))),
                () -> query.text("sak " + random.nextInt(9)),
                () -> query.text(one(SOUGHT)),
                () -> query.text(one(SOUGHT), one(List.of(TextScope.values()))),
                () -> query.ascending(sort),
                () -> query.descending(sort));
        IntStream.range(0, random.nextInt(4)).forEach(i -> one(filters).run());
        return query.build();
    }

    private ContactId contact() {
        return contacts.isEmpty() ? new ContactId(new UUID(9, 9)) : one(contacts);
    }
}
