package dev.svar.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that mail programs write around a thread, from one file for each language beside this class. A word is
 * known whatever language the mail is in: people write in one language with a program in another.
 */
final class ThreadWords {
    private static final List<String> LANGUAGES = List.of(
            "en", "nb", "nn", "sv", "da", "fi", "is", "de", "nl", "fr", "es", "ca", "pt", "it", "ro", "pl", "cs", "sk",
            "hu", "sl", "hr", "sr", "bg", "ru", "uk", "el", "tr", "ar", "fa", "he", "zh", "ja", "ko", "vi", "th", "id",
            "hi", "et", "lv", "lt");

    private static final List<Properties> TABLES = load();

    /** Verbs of attribution lines that stand between spaces. */
    static final Set<String> VERBS = new HashSet<>();

    /** Verbs of scripts without spaces, and of more than one word. */
    static final List<String> JOINED_VERBS = new ArrayList<>();

    /** Who writes in a sentence, not in an attribution line. */
    static final Set<String> PERSONS = words("person");

    /** What attribution lines begin with. */
    static final Set<String> OPENERS = words("on");

    static final Set<String> ORIGINAL = words("original");
    static final Set<String> FORWARDED = words("forwarded");
    static final Set<String> CLOSINGS = words("closing");
    static final Set<String> FORWARD_PREFIXES = words("forward");
    static final Set<String> REPLY_PREFIXES = words("reply");
    static final List<String> MARKERS = List.copyOf(words("marker"));

    /** What the lines of phones begin with, by its first character. */
    static final Map<Character, List<String>> DEVICE_STARTS =
            words("device.start").stream().collect(Collectors.groupingBy(start -> start.charAt(0)));

    /** What they begin with where a name that nobody knows may follow: "Sent from my". */
    static final List<String> DEVICE_MINE = List.copyOf(words("device.mine"));

    /** What they begin and end with, on both sides of an ellipsis, by their last character. */
    static final Map<Character, List<String[]>> DEVICE_AROUND = words("device.around").stream()
            .map(around -> around.split("\u2026", -1))
            .collect(Collectors.groupingBy(around -> last(around[1].isEmpty() ? around[0] : around[1])));

    private static final Map<Character, List<String>> JOINED_BY_FIRST;

    private static final BitSet VERB_ENDS = new BitSet();

    private static final Map<String, Field> FIELDS = new HashMap<>();

    static {
        for (String verb : words("wrote")) {
            if (verb.indexOf(' ') >= 0 || verb.chars().anyMatch(ThreadWords::isUnspaced)) {
                JOINED_VERBS.add(verb);
            } else {
                VERBS.add(verb);
            }
        }
        for (String verb : words("wrote")) {
            if (verb.length() > 1) {
                VERB_ENDS.set(pair(verb.charAt(verb.length() - 2), last(verb)));
            }
        }
        JOINED_BY_FIRST = JOINED_VERBS.stream().collect(Collectors.groupingBy(verb -> verb.charAt(0)));
        for (Field field : Field.values()) {
            words(field.key).forEach(name -> FIELDS.putIfAbsent(name, field));
        }
    }

    private ThreadWords() {}

    /** What a line of a mail's header says. */
    enum Field {
        FROM("from"),
        SENT("sent"),
        TO("to"),
        SUBJECT("subject"),
        OTHER("other"),
        NONE("");

        private final String key;

        Field(String key) {
            this.key = key;
        }
    }

    /** Whether a verb of more than one word, or of a script without spaces, stands at the beginning. */
    static boolean beginsWithJoinedVerb(String words) {
        return JOINED_BY_FIRST.getOrDefault(words.charAt(0), List.of()).stream().anyMatch(words::startsWith);
    }

    /** Whether a verb of writing, or a word that means the same, ends with these two letters of ASCII. */
    static boolean mayEndVerb(char before, char last) {
        return VERB_ENDS.get(pair(before, last));
    }

    /** Small and capital letters alike; letters beyond ASCII only make it true more often. */
    private static int pair(char before, char last) {
        return (before & 0x5F) << 7 | (last & 0x5F);
    }

    static Field field(String name) {
        return FIELDS.getOrDefault(name, Field.NONE);
    }

    /** Whether a character belongs to a script that puts no spaces between its words. */
    static boolean isUnspaced(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }

    private static char last(String word) {
        return word.charAt(word.length() - 1);
    }

    private static Set<String> words(String key) {
        Set<String> all = new HashSet<>();
        for (Properties table : TABLES) {
            for (String word : table.getProperty(key, "").split("\\|", -1)) {
                if (!word.isBlank()) {
                    all.add(PlainWords.of(word));
                }
            }
        }
        return all;
    }

    private static List<Properties> load() {
        List<Properties> tables = new ArrayList<>();
        for (String language : LANGUAGES) {
            String resource = "thread/" + language + ".properties";
            try (InputStream in = ThreadWords.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is missing beside " + ThreadWords.class.getName());
                }
                Properties table = new Properties();
                table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                tables.add(table);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tables;
    }
}
