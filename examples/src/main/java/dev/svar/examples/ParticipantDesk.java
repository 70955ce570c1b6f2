package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.category.Categorizer;
import dev.svar.category.RuleCategorizer;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import dev.svar.message.Transport;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.DeskStore;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.SigningKey;
import dev.svar.ticket.TicketTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The support desk of the invented product Påmelding: its agents, promises, rules and texts. */
final class ParticipantDesk {
    static final Mailbox MAILBOX = new Mailbox(Address.mail("support@paamelding.example"), "Påmelding");
    static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    static final URI FOLLOW_UP = URI.create("https://help.paamelding.example/t/");

    static final Agent OLA = new Agent(
            new AgentId("ola"), "Ola Vik", Address.mail("ola@paamelding.example"), Locale.forLanguageTag("nb"));
    static final Agent LISE = new Agent(
            new AgentId("lise"), "Lise Dahl", Address.mail("lise@paamelding.example"), Locale.forLanguageTag("nb"));

    /** A host keeps its key with its other secrets; an example has none. */
    private static final byte[] EXAMPLE_SECRET =
            "an example is no place for a real key".getBytes(StandardCharsets.UTF_8);

    private static final List<String> LANGUAGES = List.of("en", "nb", "sv", "fi", "hu", "ru");
    private static final List<String> SHORTCUTS = List.of("payment-receipt", "change-participant", "looking-into-it");

    private ParticipantDesk() {}

    static HelpDesk open(DeskStore store, Transport transport, InstantSource time) {
        return HelpDesk.builder(store)
                .time(time)
                .mailbox(MAILBOX)
                .transport(transport)
                .agents(AgentDirectory.of(OLA, LISE))
                .sla(promises())
                .categorizer(categories())
                .cannedResponses(cannedResponses())
                .tokens(TicketTokens.signedWith(SigningKey.of(1, EXAMPLE_SECRET)))
                .followUpLinks(FOLLOW_UP)
                .ticketLinks(URI.create("https://desk.paamelding.example/tickets/"))
                .build();
    }

    static SlaPolicy promises() {
        BusinessCalendar norway = BusinessCalendar.builder(ZONE)
                .open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "09:00-17:00")
                .holiday(LocalDate.of(2026, 12, 25), "1. juledag")
                .holiday(LocalDate.of(2026, 12, 26), "2. juledag")
                .holiday(LocalDate.of(2027, 1, 1), "1. nyttårsdag")
                .exception(LocalDate.of(2026, 12, 24), "julaften", "09:00-12:00")
                .build();
        return SlaPolicy.builder(norway)
                .standardPromises()
                .escalateTo(LISE.id())
                .build();
    }

    private static Categorizer categories() {
        return RuleCategorizer.builder()
                .rule(
                        "invoice",
                        "faktura*",
                        "invoice*",
                        "lasku*",
                        "számla*",
                        "számlá*",
                        "счет*",
                        "счёт*",
                        "kvittering*")
                .rule(
                        "payment",
                        "betalt",
                        "betale",
                        "betaling*",
                        "betala*",
                        "betalning*",
                        "vipps",
                        "kortet",
                        "bankkort*",
                        "pay",
                        "paid",
                        "payment*",
                        "charged",
                        "maksa*",
                        "maksettu*",
                        "maksu*",
                        "fizet*",
                        "bankkártya*",
                        "оплат*",
                        "карт*")
                .rule("cancellation", "avbestill*", "avbok*", "cancel*", "refund*", "peruu*", "lemond*", "отмен*")
                .rule(
                        "participant",
                        "deltakeren",
                        "gruppepåmelding*",
                        "deltagare*",
                        "osallistuja*",
                        "résztvevő*",
                        "участник*",
                        "имени",
                        "фамили*",
                        "опечатк*")
                .rule(
                        "confirmation",
                        "bekreftelse*",
                        "bekräftelse*",
                        "confirmation*",
                        "vahvistus*",
                        "visszaigazol*",
                        "подтвержд*")
                .rule(
                        "login",
                        "innlogg*",
                        "logge",
                        "logga",
                        "inloggning*",
                        "kontot",
                        "konto",
                        "login*",
                        "password*",
                        "passord*",
                        "lösenord*",
                        "kirjaut*",
                        "belép*",
                        "войти",
                        "вход*")
                .rule(
                        "waiting list",
                        "venteliste*",
                        "väntelist*",
                        "kölista*",
                        "waiting",
                        "jonotuslista*",
                        "várólist*",
                        "ledig")
                .rule(
                        "personal data",
                        "gdpr",
                        "personopplysning*",
                        "personvern*",
                        "innsyn*",
                        "personuppgift*",
                        "henkilötie*",
                        "tietojen",
                        "tietosuoja*",
                        "személyes",
                        "персональн*")
                .rule("bug", "feil", "skjemaet", "bug*", "error*", "virhe*", "hiba*", "ошибк*", "fel", "exporten")
                .rule("wish", "wish*", "feature*", "ønske*", "forslag*", "önskemål*", "toive*", "javaslat*", "пожелан*")
                .build();
    }

    private static TemplateCatalog cannedResponses() {
        List<Template> templates = new ArrayList<>();
        for (String shortcut : SHORTCUTS) {
            for (String language : LANGUAGES) {
                String text = Resources.text("canned/" + shortcut + "/" + language + ".liquid");
                templates.add(new Template(shortcut, Locale.forLanguageTag(language), shortcut, text));
            }
        }
        return TemplateCatalog.of(Locale.ENGLISH, templates);
    }
}
