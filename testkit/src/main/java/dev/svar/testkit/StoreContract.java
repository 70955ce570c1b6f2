package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import dev.svar.message.Content;
import dev.svar.message.Disposition;
import dev.svar.message.Message;
import dev.svar.message.Receipt;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.ContactChange;
import dev.svar.store.DeliveryChange;
import dev.svar.store.DeskStore;
import dev.svar.store.OrganizationChange;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Readers;
import dev.svar.store.SuppressionChange;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketQuery;
import dev.svar.store.Work;
import dev.svar.store.WorkResult;
import dev.svar.ticket.MessageRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every store must do: extend it, say how to open the store, and all of it must pass. Each test works in a tenant of
 * its own, so one database can serve the whole suite.
 */
public abstract class StoreContract extends WorkContract {
    /** For subclasses. */
    protected StoreContract() {}

    /**
     * Opens the store under test.
     *
     * @return the store; it may be the same for every test
     */
    @Override
    protected abstract DeskStore openStore();

    @Test
    final void another_tenant_sees_nothing() {
        TicketChange opened = samples.opened(1);
        Delivery delivery = samples.delivery(idOf(opened), NOW);
        Delivery mailed = samples.delivery(new MailingId(UUID.randomUUID()), NOW);
        Set<DeliveryState> states = Set.of(DeliveryState.PLANNED);
        Delivery text = accepted(samples.text(idOf(opened), Channel.PHONE, NOW), "SM-9");
        Suppression against = samples.suppression(Address.mail("kari@kunde.example"), Suppression.Cause.MANUAL);
        Contact contact = samples.contact("kari@kunde.example");
        Organization club = samples.organization("Klubben", "klubb.example");
        Content raw = content("raw");
        Receipt receipt = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
        mustCommit(samples.changes()
                .ticket(opened)
                .organization(new OrganizationChange(0, club))
                .message(samples.message(idOf(opened), 2, MessageRole.CUSTOMER, "a", Optional.of("<1@k.example>")))
                .newContact(contact)
                .newDelivery(delivery)
                .newDelivery(mailed)
                .newDelivery(text)
                .suppression(SuppressionChange.to(against))
                .receipt(receipt)
                .content(raw)
                .schedule(work(NOW)));
        assertThat(store.nextNumber(tenant)).isEqualTo(1);
        TenantId other = new TenantId("other-" + UUID.randomUUID());

        assertThat(store.ticket(other, idOf(opened))).isEmpty();
        assertThat(store.ticketByNumber(other, 1)).isEmpty();
        assertThat(store.tickets(other, TicketQuery.all(10)).items()).isEmpty();
        assertThat(store.events(other, idOf(opened), 0, 10)).isEmpty();
        assertThat(store.messages(other, idOf(opened), 0, 10)).isEmpty();
        assertThat(store.latestMessages(other, idOf(opened), Set.of(MessageRole.CUSTOMER), 1))
                .isEmpty();
        assertThat(store.ticketsOfMail(other, List.of("<1@k.example>"))).isEmpty();
        assertThat(store.contact(other, contact.id())).isEmpty();
        assertThat(store.contactAt(other, contact.addresses().get(0))).isEmpty();
        assertThat(store.organization(other, club.id())).isEmpty();
        assertThat(store.organizationOf(other, new MailDomain("klubb.example"))).isEmpty();
        assertThat(store.organizations(other, OrganizationQuery.all(10)).items())
                .isEmpty();
        assertThat(store.receipt(other, receipt.key())).isEmpty();
        assertThat(store.receipts(other, Disposition.OPENED, Optional.empty(), 10))
                .isEmpty();
        assertThat(store.content(other, raw.ref())).isEmpty();
        assertThat(store.delivery(other, delivery.id())).isEmpty();
        assertThat(store.deliveryOf(other, delivery.message().messageId())).isEmpty();
        assertThat(store.deliveries(other, idOf(opened), 10)).isEmpty();
        assertThat(store.deliveries(other, mailed.mailing().orElseThrow(), states, Optional.empty(), 10))
                .isEmpty();
        assertThat(store.deliveryCounts(other, mailed.mailing().orElseThrow())).isEmpty();
        assertThat(store.deliveryByReference(other, Channel.PHONE, "SM-9")).isEmpty();
        assertThat(store.suppressions(other, Set.of(against.address()))).isEmpty();
        assertThat(store.suppressions(other, Optional.empty(), 10)).isEmpty();
        assertThat(store.readers(other, Set.of(NotifiedPerson.of(against.address())), Set.of(against.address())))
                .isEqualTo(new Readers(Map.of(), Map.of()));
        assertThat(store.claim(other, LANE, NOW, LEASE, 10)).isEmpty();
        assertThat(store.nextDue(other, LANES)).isEmpty();
        assertThat(store.nextNumber(other)).isEqualTo(1);
    }

    @Test
    final void what_one_tenant_has_does_not_hinder_another() {
        Samples others = new Samples(new TenantId("other-" + UUID.randomUUID()));
        for (Samples each : List.of(samples, others)) {
            Content raw = content("raw");
            Receipt receipt = each.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
            Contact contact = each.contact("kari@kunde.example");
            Organization club = each.organization("Klubben", "klubb.example");
            TicketChange opened = each.opened(1);
            Message message = each.message(idOf(opened), 2, MessageRole.CUSTOMER, "a", Optional.of("<1@k.example>"));
            mustCommit(each.changes()
                    .receipt(receipt)
                    .content(raw)
                    .newContact(contact)
                    .organization(new OrganizationChange(0, club))
                    .ticket(opened)
                    .message(message));
            TenantId whose = contact.tenant();

            assertThat(store.receipt(whose, receipt.key())).contains(receipt);
            assertThat(store.content(whose, raw.ref())).contains(raw);
            assertThat(store.contactAt(whose, contact.addresses().get(0))).contains(contact);
            assertThat(store.organizationOf(whose, new MailDomain("klubb.example")))
                    .contains(club);
            assertThat(store.ticketByNumber(whose, 1)).contains(opened.after());
            assertThat(store.ticketsOfMail(whose, List.of("<1@k.example>"))).containsExactly(idOf(opened));
        }
    }

    @Test
    final void one_tenant_changes_nothing_of_another() {
        Samples others = new Samples(new TenantId("other-" + UUID.randomUUID()));
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        Work work = work(NOW);
        Contact kari = samples.contact("kari@kunde.example");
        Organization club = samples.organization("Klubben", "klubb.example");
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(planned)
                .schedule(work)
                .newContact(kari)
                .organization(new OrganizationChange(0, club)));
        Claim claim = onlyClaim(NOW);
        Changes message = others.changes()
                .message(others.message(idOf(opened), 2, MessageRole.NOTE, "from next door", Optional.empty()))
                .build();

        assertThatThrownBy(() -> store.commit(message)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.commit(others.changes(solve(opened.after())))).isEqualTo(CommitResult.STALE);
        assertThat(store.commit(others.changes()
                        .delivery(new DeliveryChange(DeliveryState.PLANNED, planned.claimed(NOW)))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(
                        others.changes().workResult(new WorkResult.Done(claim)).build()))
                .isEqualTo(CommitResult.CLAIM_LOST);
        assertThat(store.commit(others.changes()
                        .contact(new ContactChange(1, with(kari, Address.mail("kari@hjemme.example"))))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(others.changes()
                        .organization(new OrganizationChange(
                                1, club.toBuilder().domains(Set.of()).version(2).build()))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        mustCommit(others.changes().cancel(work.key()));
        mustCommit(others.changes().schedule(work));

        assertThat(store.contact(tenant, kari.id())).contains(kari);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(club);
        assertThat(store.ticket(tenant, idOf(opened))).contains(opened.after());
        assertThat(store.messages(tenant, idOf(opened), 0, 10)).isEmpty();
        assertThat(store.delivery(tenant, planned.id())).contains(planned);
        assertThat(store.nextDue(tenant, LANES)).contains(claim.leaseUntil());
        mustCommit(samples.changes().workResult(new WorkResult.Done(claim)));
    }

    @Test
    final void the_reasons_to_refuse_are_looked_at_in_their_order() {
        Content raw = content("raw");
        mustCommit(samples.changes()
                .schedule(work(NOW))
                .receipt(samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw)));
        TicketChange opened = committed(samples.opened(1));
        Claim lost = onlyClaim(NOW);
        mustCommit(samples.changes().workResult(new WorkResult.Done(lost)));
        TicketChange stale = samples.opened(idOf(opened), 2);
        Receipt again = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);

        assertThat(store.commit(samples.changes()
                        .workResult(new WorkResult.Done(lost))
                        .receipt(again)
                        .ticket(stale)
                        .build()))
                .isEqualTo(CommitResult.CLAIM_LOST);
        assertThat(store.commit(samples.changes().receipt(again).ticket(stale).build()))
                .isEqualTo(CommitResult.ALREADY_RECEIVED);
    }
}
