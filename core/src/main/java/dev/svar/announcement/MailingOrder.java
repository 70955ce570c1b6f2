package dev.svar.announcement;

import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mailing says, to whom, and how fast. It never changes.
 *
 * @param template the name of the template around the wording, which is also the kind of its deliveries
 * @param channel on which channel it goes
 * @param wordings what is announced, each language once; recipients who read none of them get the first
 * @param recipients to whom
 * @param startsAt when what is announced begins, if it does
 * @param endsAt when it ends, if that is known
 * @param perMinute how many are handed over in a minute at most, 1 to {@value #MAX_PER_MINUTE}
 */
public record MailingOrder(
        String template,
        Channel channel,
        List<Wording> wordings,
        Recipients recipients,
        Optional<Instant> startsAt,
        Optional<Instant> endsAt,
        int perMinute) {
    /** The most languages. */
    public static final int MAX_WORDINGS = 50;

    /** How many are handed over in a minute when nothing else is said. */
    public static final int PER_MINUTE = 600;

    /** The highest pace. */
    public static final int MAX_PER_MINUTE = 60_000;

    /**
     * Checks.
     *
     * @param template the name of the template around the wording
     * @param channel on which channel it goes
     * @param wordings what is announced
     * @param recipients to whom
     * @param startsAt when what is announced begins
     * @param endsAt when it ends
     * @param perMinute how many are handed over in a minute at most
     */
    public MailingOrder {
        Check.line("mailing.template", template, Delivery.MAX_KIND_LENGTH);
        wordings = List.copyOf(Check.size("mailing.wordings", wordings, MAX_WORDINGS));
        Check.range("mailing.perMinute", perMinute, 1, MAX_PER_MINUTE);
        if (wordings.stream().map(Wording::locale).distinct().count() < wordings.size()) {
            throw new InvalidValueException("mailing.wordings", "have a language twice, each may be there once");
        }
        if (startsAt.isPresent()
                && endsAt.filter(end -> !end.isAfter(startsAt.get())).isPresent()) {
            throw new InvalidValueException("mailing.endsAt", "is not after mailing.startsAt");
        }
    }

    /**
     * An order without times at the usual pace.
     *
     * @param template the name of the template around the wording
     * @param channel on which channel it goes
     * @param wordings what is announced
     * @param recipients to whom
     * @return the order
     */
    public static MailingOrder of(String template, Channel channel, List<Wording> wordings, Recipients recipients) {
        return new MailingOrder(
                template, channel, wordings, recipients, Optional.empty(), Optional.empty(), PER_MINUTE);
    }

    /**
     * An order to the recipients of a list, without times, at the usual pace.
     *
     * @param template the name of the template around the wording
     * @param wordings what is announced
     * @param list to whom
     * @return the order
     */
    public static MailingOrder of(String template, List<Wording> wordings, RecipientList list) {
        return of(
                template,
                list.channel(),
                wordings,
                new Recipients.Listed(list.content().ref()));
    }

    /**
     * The same at another pace.
     *
     * @param most how many are handed over in a minute at most, 1 to {@value #MAX_PER_MINUTE}
     * @return the order
     */
    public MailingOrder atMostPerMinute(int most) {
        return new MailingOrder(template, channel, wordings, recipients, startsAt, endsAt, most);
    }

    /**
     * The same about something with a beginning and an end.
     *
     * @param start when it begins
     * @param end when it ends, if that is known
     * @return the order
     */
    public MailingOrder between(Instant start, Optional<Instant> end) {
        return new MailingOrder(template, channel, wordings, recipients, Optional.of(start), end, perMinute);
    }

    /**
     * What somebody reads: the wording of exactly that locale, then one of the same language, then the first.
     *
     * @param locale the reader's, if known
     * @return the wording; empty if the template says all and there is none
     */
    public Optional<Wording> wordingFor(Optional<Locale> locale) {
        return wordingFor(wordings, locale);
    }

    /**
     * What somebody reads of several wordings: that of exactly that locale, then one of the same language, then the first.
     *
     * @param wordings what is announced
     * @param locale the reader's, if known
     * @return the wording; empty if there is none
     */
    public static Optional<Wording> wordingFor(List<Wording> wordings, Optional<Locale> locale) {
        return locale.flatMap(wanted -> wordings.stream()
                        .filter(w -> w.locale().equals(wanted))
                        .findFirst()
                        .or(() -> wordings.stream()
                                .filter(w -> language(w.locale()).equals(language(wanted)))
                                .findFirst()))
                .or(() -> wordings.stream().findFirst());
    }

    /** Whoever reads one written form of Norwegian reads the other. */
    private static String language(Locale locale) {
        String language = locale.getLanguage();
        return language.equals("no") || language.equals("nn") ? "nb" : language;
    }
}
