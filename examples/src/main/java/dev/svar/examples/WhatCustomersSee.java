package dev.svar.examples;

import static dev.svar.examples.Stage.KARI;
import static dev.svar.examples.Stage.OLA;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.Taken;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.ContactId;
import dev.svar.message.OutboundMessage;
import dev.svar.testkit.CustomerMail;
import dev.svar.ticket.SigningKey;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Who belongs to a ticket sees what was written to each other; notes, addresses and strangers stay outside. */
public final class WhatCustomersSee {
    private static final String LINKS = "https://shop.example/help/";
    private static final byte[] SECRET = "an example is no place for a real key".getBytes(StandardCharsets.UTF_8);
    private static final Address NILS = Address.mail("nils@elsewhere.example");

    private WhatCustomersSee() {}

    /**
     * Prints one ticket as agents, customers and strangers see it.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        HelpDesk desk = stage.desk()
                .tokens(TicketTokens.signedWith(SigningKey.of(1, SECRET)))
                .followUpLinks(URI.create(LINKS))
                .build();
        Taken taken = desk.receive(CustomerMail.from(KARI)
                .to(Stage.SUPPORT)
                .name("Kari Nordmann")
                .copyTo(Stage.PER)
                .subject("Wrong invoice")
                .text("We ordered one lamp, Per and I, and pay for two.")
                .file("invoice.pdf", "application/pdf", new byte[20_000])
                .build());
        TicketId ticket = taken.receipt().ticket().orElseThrow();
        desk.note(ticket, OLA, "Third wrong invoice this week, ask accounting.");
        desk.reply(ticket, OLA, "You are right, a new invoice is on its way.");
        desk.runDue(100);

        Story story = stage.story();
        story.agentSees(desk.view(ticket, Locale.ENGLISH));
        String token = tokenIn(stage.mail().accepted().get(0));
        story.customerSees(desk.follow(token).orElseThrow());

        desk.open(NewTicket.builder(NILS, "Hello", "Anybody there?").build());
        story.sees("Per, who got a copy, signed in to the shop,", desk.customerView(ticket, signedIn(desk, Stage.PER)));
        story.sees("Nils, who asked something else, signed in,", desk.customerView(ticket, signedIn(desk, NILS)));
        story.sees("Somebody with a changed link", desk.follow(token + "1"));
        desk.execute(ticket, new TicketCommand.RevokeLinks(Actor.agent(OLA)));
        story.sees("Kari with a link that was revoked", desk.follow(token));
        return desk;
    }

    private static ContactId signedIn(HelpDesk desk, Address customer) {
        return desk.contacts().at(customer).orElseThrow().id();
    }

    private static String tokenIn(OutboundMessage letter) {
        int from = letter.text().indexOf(LINKS) + LINKS.length();
        return letter.text().substring(from).lines().findFirst().orElseThrow();
    }
}
