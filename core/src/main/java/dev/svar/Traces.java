package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.error.InvalidValueException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tells in a text whom it was written to: names and addresses of the people of a ticket, its number, any other mail
 * address or telephone number, and links that are for one person or name one. All else, other links too, is left as it stands.
 */
final class Traces {
    /** What stands in their place, for whoever reads the text before it is published. */
    static final String BLOT = "█████";

    private static final int SHORTEST_NAME = 2;
    private static final String ENCODED_AT = "%40";
    private static final Pattern LINK = Pattern.compile("https?://\\S{1,2000}");
    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

    /** At least eight digits, as people write telephone, account and card numbers, but no date. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])"
            + "(?!\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}(?!\\p{Nd})|\\p{Nd}{1,2}\\.\\p{Nd}{1,2}\\.\\p{Nd}{4}(?!\\p{Nd}))"
            + "\\+?\\p{Nd}(?:[ ()./-]{0,2}\\p{Nd}){7,24}(?![\\p{L}\\p{N}])");

    private final List<Pattern> words;
    private final Predicate<String> ownAddress;
    private final List<String> personalLinks;

    Traces(DeskSetup setup, Collection<Contact> people, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(others);
        for (Contact person : people) {
            all.add(person.name());
            all.addAll(List.of(person.name().split("[\\s,]+")));
            person.addresses().stream().map(Address::value).forEach(all::add);
        }
        this.words = all.stream()
                .map(String::strip)
                .filter(word -> word.length() >= SHORTEST_NAME)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Traces::whole)
                .toList();
        this.ownAddress = text -> isOwn(setup, text);
        this.personalLinks = Stream.concat(
                        setup.followUpLinks().map(URI::toString).stream(),
                        setup.satisfaction().map(policy -> policy.link("")).stream())
                .toList();
    }

    private static Pattern whole(String word) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean isOwn(DeskSetup setup, String text) {
        try {
            return setup.isOwn(Address.mail(text));
        } catch (InvalidValueException e) {
            return false;
        }
    }

    /** The text without them. */
    String removedFrom(String text) {
        List<String> parts = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            parts.add(plain(text.substring(from, link.start())));
            parts.add(link(link.group()));
            from = link.end();
        }
        parts.add(plain(text.substring(from)));
        return String.join("", parts);
    }

    /** The same without a blot in their place: for words that nobody reads. */
    String cutFrom(String text) {
        return removedFrom(text).replace(BLOT, "").strip();
    }

    private String link(String link) {
        boolean personal = personalLinks.stream().anyMatch(link::startsWith)
                || MAIL.matcher(link.replace(ENCODED_AT, "@")).find();
        return personal ? BLOT : link;
    }

    private String plain(String text) {
        String left = MAIL.matcher(text)
                .replaceAll(mail -> ownAddress.test(mail.group()) ? Matcher.quoteReplacement(mail.group()) : BLOT);
        for (Pattern word : words) {
            left = word.matcher(left).replaceAll(BLOT);
        }
        return NUMBER.matcher(left).replaceAll(BLOT);
    }
}
