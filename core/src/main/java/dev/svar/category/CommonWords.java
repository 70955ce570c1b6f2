package dev.svar.category;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts the small words and the letters that a language has and its neighbors have not. A word that several languages
 * share counts for each of them, so only what differs decides.
 */
final class CommonWords implements LanguageDetector {
    private static final int WORD = 2;
    private static final int LETTER = 1;
    private static final int CLEAR_LEAD = 2;

    private static final Map<Locale, Set<String>> WORDS = Map.of(
            Locale.forLanguageTag("nb"),
            words("jeg ikke og på til er en et med som for har det vi dere kan hei meg min mitt mine hvordan hva når"
                    + " hvor fra av ble blir etter også noe noen bare skal vil takk hilsen vennlig mvh påmelding"
                    + " faktura så vår men hvis eller finner får å hilser dag"),
            Locale.forLanguageTag("sv"),
            words("jag inte och på till är en ett med som för har det vi ni kan hej mig min mitt mina hur vad när var"
                    + " från av blev blir efter också något någon bara ska vill tack hälsningar vänliga mvh anmälan"
                    + " faktura så vår men om eller hittar får att er era"),
            Locale.forLanguageTag("da"),
            words("jeg ikke og på til er en et med som for har det vi kan hej mig min mit mine hvordan hvad hvornår"
                    + " hvor fra af blev bliver efter også noget nogen bare skal vil tak hilsen venlig mvh tilmelding"
                    + " faktura så vores men hvis eller finder får at jer"),
            Locale.forLanguageTag("fi"),
            words("en ei ja on se että olen ole voi miten kun kuin mutta myös tai hei minun minä me te sain saanut"
                    + " kiitos terveisin ystävällisin ilmoittautuminen lasku vielä nyt jos niin oli olisi meidän mitä"
                    + " ovat voisitteko voiko tämä siitä vain kanssa"),
            Locale.forLanguageTag("hu"),
            words("a az és nem hogy van egy is de meg már csak vagy ha kérem köszönöm üdvözlettel tisztelt szeretném"
                    + " szeretnék nekem mert azt ezt volt lenne kell még számla jelentkezés jó napot hogyan mi ön"
                    + " kapok kaptam"),
            Locale.forLanguageTag("ru"),
            words("и в не на я что с по как но мы для это у к от за из же вы так все при если или здравствуйте спасибо"
                    + " уважением меня нам мне была был быть можно пожалуйста"),
            Locale.forLanguageTag("de"),
            words("ich nicht und auf zu ist ein eine einen mit als für habe haben das die der wir sie können hallo mich"
                    + " mein meine wie was wann wo von wurde wird nach auch etwas nur soll danke grüßen freundlichen"
                    + " anmeldung rechnung so unser aber wenn oder den dem im am bei"),
            Locale.ENGLISH,
            words("i not and on to is a an the with as for have has it we you can hello hi me my how what when where"
                    + " from of was after also some only should will thanks regards kind registration invoice so our"
                    + " but if or this that are be in at your would please but cannot"));

    private static final Map<Character, Set<String>> LETTERS = Map.of(
            'ø', Set.of("nb", "da"),
            'æ', Set.of("nb", "da"),
            'å', Set.of("nb", "da", "sv"),
            'ä', Set.of("sv", "fi", "de"),
            'ö', Set.of("sv", "fi", "de", "hu"),
            'ü', Set.of("de", "hu"),
            'ß', Set.of("de"),
            'ő', Set.of("hu"),
            'ű', Set.of("hu"),
            'á', Set.of("hu"));

    private static final List<Locale> LANGUAGES = List.copyOf(WORDS.keySet());

    /** Letters before this one are in all languages. */
    private static final char FIRST_OF_FEW = '\u0080';

    private static final int[] NONE = {};

    /** The places of the languages that have a word. */
    private static final Map<String, int[]> BY_WORD = WORDS.values().stream()
            .flatMap(Set::stream)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(),
                    word -> places(
                            language -> WORDS.getOrDefault(language, Set.of()).contains(word))));

    /** The places of the languages that have a letter. */
    private static final Map<Character, int[]> BY_LETTER = LETTERS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    letter -> places(language -> letter.getValue().contains(language.getLanguage()))));

    private static int[] places(Predicate<Locale> has) {
        return IntStream.range(0, LANGUAGES.size())
                .filter(place -> has.test(LANGUAGES.get(place)))
                .toArray();
    }

    private static Set<String> words(String list) {
        return Set.of(new HashSet<>(List.of(list.split(" "))).toArray(String[]::new));
    }

    @Override
    public Optional<Locale> detect(String text) {
        List<String> words = Words.of(text);
        if (mostlyCyrillic(words)) {
            return Optional.of(Locale.forLanguageTag("ru"));
        }
        int[] scores = new int[LANGUAGES.size()];
        for (String word : words) {
            add(WORD, BY_WORD.getOrDefault(word, NONE), scores);
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) >= FIRST_OF_FEW) {
                    add(LETTER, BY_LETTER.getOrDefault(word.charAt(i), NONE), scores);
                }
            }
        }
        return clearest(scores);
    }

    private static void add(int score, int[] places, int[] scores) {
        for (int place : places) {
            scores[place] += score;
        }
    }

    private static boolean mostlyCyrillic(List<String> words) {
        long cyrillic = words.stream()
                .filter(w -> Character.UnicodeScript.of(w.codePointAt(0)) == Character.UnicodeScript.CYRILLIC)
                .count();
        return cyrillic > 0 && cyrillic * 2 >= words.size();
    }

    private static Optional<Locale> clearest(int[] scores) {
        Optional<Locale> best = Optional.empty();
        int bestScore = 0;
        int second = 0;
        for (int place = 0; place < scores.length; place++) {
            if (scores[place] > bestScore) {
                second = bestScore;
                bestScore = scores[place];
                best = Optional.of(LANGUAGES.get(place));
            } else {
                second = Math.max(second, scores[place]);
            }
        }
        return bestScore - second >= CLEAR_LEAD ? best : Optional.empty();
    }
}
