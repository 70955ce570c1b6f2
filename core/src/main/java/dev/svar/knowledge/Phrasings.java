package dev.svar.knowledge;

import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was learned about how customers ask for one article.
 *
 * @param article which article
 * @param version how often this was stored; 0 if nothing was learned yet
 * @param all the phrasings, of each language at most {@value #MAX_OF_A_LANGUAGE}
 */
public record Phrasings(ArticleId article, long version, List<Phrasing> all) {
    /** The most phrasings of a language that are kept: those that are said most often, then the latest. */
    public static final int MAX_OF_A_LANGUAGE = 20;

    private static final Comparator<Phrasing> BEST_FIRST = Comparator.comparingLong(Phrasing::times)
            .thenComparing(Phrasing::lastAt)
            .reversed();

    /**
     * Copies.
     *
     * @param article which article
     * @param version how often this was stored
     * @param all the phrasings
     */
    public Phrasings {
        Check.range("phrasings.version", version, 0, Long.MAX_VALUE);
        all = List.copyOf(all);
    }

    /**
     * Nothing was learned yet.
     *
     * @param article about which article
     * @return none
     */
    public static Phrasings none(ArticleId article) {
        return new Phrasings(article, 0, List.of());
    }

    /**
     * Somebody whom the article helped had asked like this; who says the same again right after themselves counts once. Of too
     * many of the language the new one stays, and the one goes that was said least often and longest ago.
     *
     * @param locale the language of the words
     * @param words what they asked, cut if it is long
     * @param by who, if known
     * @param now when
     * @return one version on
     */
    public Phrasings learned(Locale locale, String words, Optional<ContactId> by, Instant now) {
        String said = Words.cut(words.strip(), Phrasing.MAX_WORDS);
        String key = Words.key(said);
        List<Phrasing> others = new ArrayList<>();
        List<Phrasing> alike = new ArrayList<>();
        Phrasing learned = new Phrasing(locale, said, by, 1, now);
        for (Phrasing known : all) {
            if (!known.locale().equals(locale)) {
                others.add(known);
            } else if (Words.key(known.words()).equals(key)) {
                boolean again = by.isPresent() && by.equals(known.by());
                learned = new Phrasing(locale, said, by, known.times() + (again ? 0 : 1), now);
            } else {
                alike.add(known);
            }
        }
        alike.sort(BEST_FIRST);
        others.add(learned);
        others.addAll(alike.subList(0, Math.min(alike.size(), MAX_OF_A_LANGUAGE - 1)));
        return new Phrasings(article, version + 1, others);
    }

    /**
     * Whether somebody says what they themselves said last, which is not counted again.
     *
     * @param locale the language of the words
     * @param words what they ask
     * @param by who
     * @return whether it is nothing new
     */
    public boolean isSaidAgain(Locale locale, String words, ContactId by) {
        return all.stream()
                .filter(known -> isThat(known, locale, words))
                .anyMatch(known -> known.by().equals(Optional.of(by)));
    }

    private static boolean isThat(Phrasing known, Locale locale, String words) {
        String said = Words.key(Words.cut(words.strip(), Phrasing.MAX_WORDS));
        return known.locale().equals(locale) && Words.key(known.words()).equals(said);
    }

    /**
     * Somebody whose words were learned was not helped after all; what others said the same way stays.
     *
     * @param taught what was learned from them
     * @return one version on; empty if it is not there any more
     */
    public Optional<Phrasings> takenBack(TaughtWords taught) {
        List<Phrasing> left = new ArrayList<>();
        boolean found = false;
        for (Phrasing known : all) {
            boolean it = isThat(known, taught.locale(), taught.words());
            found |= it;
            if (!it) {
                left.add(known);
            } else if (known.times() > 1) {
                left.add(new Phrasing(known.locale(), known.words(), known.by(), known.times() - 1, known.lastAt()));
            }
        }
        return found ? Optional.of(new Phrasings(article, version + 1, left)) : Optional.empty();
    }

    /**
     * What some people said is forgotten.
     *
     * @param people all ids of the people
     * @return one version on; empty if they said nothing of it
     */
    public Optional<Phrasings> without(Set<ContactId> people) {
        return without(phrasing -> phrasing.by().filter(people::contains).isPresent());
    }

    /**
     * Some of them are forgotten.
     *
     * @param which whether a phrasing is to be forgotten
     * @return one version on; empty if none is
     */
    public Optional<Phrasings> without(Predicate<Phrasing> which) {
        List<Phrasing> left = all.stream().filter(which.negate()).toList();
        return left.size() == all.size() ? Optional.empty() : Optional.of(new Phrasings(article, version + 1, left));
    }
}
