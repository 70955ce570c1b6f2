package dev.svar;

import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.error.SvarException;
import dev.svar.message.OutboundMessage;
import dev.svar.message.UnsubscribeAddress;
import dev.svar.template.Rendered;
import dev.svar.template.Template;
import dev.svar.template.Value;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the letters of mailings: the wording in the reader's language, in the template's frame of the same language. */
final class MailingLetters {
    private static final String NO_CODE = "";

    private final DeskSetup setup;
    private final LetterText text;
    private final SignedMail signed;
    private final Subscriptions subscriptions;

    MailingLetters(DeskSetup setup) {
        this.setup = setup;
        this.text = new LetterText(setup);
        this.signed = new SignedMail(setup);
        this.subscriptions = new Subscriptions(setup);
    }

    /** A letter that cannot be rendered fails, visibly, and does not keep the others from being written. */
    Delivery write(Mailing mailing, DeliveryId id, Contact reader, Address to, String reason, Instant now) {
        MailingOrder order = mailing.order();
        Optional<Wording> wording = order.wordingFor(reader.locale());
        List<Locale> languages =
                wording.map(Wording::locale).or(reader::locale).stream().toList();
        Optional<UnsubscribeAddress> wayOut = subscriptions.wayOut(to, id, now);
        try {
            Template template = setup.templates()
                    .find(order.template(), languages)
                    .orElseThrow(() -> new IllegalStateException("there is no template of this kind"));
            Rendered rendered = text.of(
                    setup.templates(),
                    template,
                    facts(order, wording, reader, to, wayOut),
                    languages,
                    reader.zone().orElse(setup.zone()),
                    now);
            return planned(mailing, id, to, rendered, reason, wayOut, now);
        } catch (RuntimeException e) {
            String why = e instanceof SvarException || e instanceof IllegalStateException
                    ? String.valueOf(e.getMessage())
                    : e.getClass().getName();
            Rendered nothing = new Rendered(order.template(), "");
            return planned(mailing, id, to, nothing, reason, wayOut, now).failed(NO_CODE, "template: " + why, now);
        }
    }

    private Map<String, Value> facts(
            MailingOrder order,
            Optional<Wording> wording,
            Contact reader,
            Address to,
            Optional<UnsubscribeAddress> wayOut) {
        // What somebody calls himself is a stranger's text, unless it is plainly a name.
        boolean plain =
                reader.firstName().isPresent() && reader.name().codePoints().allMatch(MailingLetters::isOfNames);
        return Map.of(
                "announcement",
                Value.of(Map.of(
                        "title", wording.map(Wording::title),
                        "text", wording.map(Wording::text),
                        "starts_at", order.startsAt(),
                        "ends_at", order.endsAt())),
                "recipient",
                Value.of(Map.of(
                        "name", plain ? reader.name() : "",
                        "first_name", reader.firstName(),
                        "email",
                                Optional.of(to.value()).filter(a -> to.channel().equals(Channel.MAIL)))),
                "desk",
                Value.of(TemplateFacts.desk(setup)),
                Subscriptions.LINK,
                Subscriptions.link(wayOut));
    }

    private static boolean isOfNames(int c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || " -'’.".indexOf(c) >= 0;
    }

    private Delivery planned(
            Mailing mailing,
            DeliveryId id,
            Address to,
            Rendered rendered,
            String reason,
            Optional<UnsubscribeAddress> wayOut,
            Instant now) {
        Mailbox mailbox = setup.mailbox().orElseThrow(() -> new IllegalStateException("transports without a mailbox"));
        OutboundMessage message = new OutboundMessage(
                signed.messageId(id),
                mailbox.address(),
                mailbox.name(),
                mailbox.address(),
                to,
                rendered.subject(),
                rendered.text(),
                Optional.empty(),
                List.of(),
                true);
        OutboundMessage told = signed.returning(message, id);
        OutboundMessage whole = wayOut.map(told::unsubscribe).orElse(told);
        return Delivery.planned(
                id, setup.tenant(), mailing.id(), mailing.order().template(), reason, whole, now);
    }
}
