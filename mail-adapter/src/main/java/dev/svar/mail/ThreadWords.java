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
import java.util.stream.Stream;

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
    static final Phrases VERBS;

    /** Verbs of scripts without spaces, and of more than one word. */
    static final Phrases JOINED_VERBS;

    /** Who writes in a sentence, not in an attribution line. */
    static final Phrases PERSONS = new Phrases(words("person"));

    /** What attribution lines begin with. */
    static final Phrases OPENERS = new Phrases(words("on"));

    static final Phrases ORIGINAL = new Phrases(words("original"));
    static final Phrases FORWARDED = new Phrases(words("forwarded"));
    static final Phrases CLOSINGS = new Phrases(words("closing"));
    static final Phrases FORWARD_PREFIXES = new Phrases(words("forward"));
    static final Set<String> REPLY_PREFIXES = words("reply");
    static final Phrases MARKERS = new Phrases(words("marker"));

    /** What the lines of phones begin with. */
    static final Phrases DEVICE_STARTS = new Phrases(words("device.start"));

    /** What they begin with where a name that nobody knows may follow: "Sent from my". */
    static final Phrases DEVICE_MINE = new Phrases(words("device.mine"));

    /** What stands around the name of a phone or a program. */
    private static final List<Around> DEVICE_AROUND =
            words("device.around").stream().map(Around::of).toList();

    private static final Phrases DEVICE_ENDS =
            new Phrases(DEVICE_AROUND.stream().map(Around::end).toList());

    private static final BitSet VERB_ENDS = new BitSet();

    private static final Map<String, Field> FIELDS = new HashMap<>();

    /** The names of all fields. */
    static final Phrases FIELD_NAMES;

    static {
        Map<Boolean, List<String>> verbs =
                words("wrote").stream().collect(Collectors.partitioningBy(ThreadWords::isJoined));
        VERBS = new Phrases(verbs.getOrDefault(false, List.of()));
        JOINED_VERBS = new Phrases(verbs.getOrDefault(true, List.of()));
        for (String verb : words("wrote")) {
            if (verb.length() > 1) {
                VERB_ENDS.set(pair(verb.charAt(verb.length() - 2), last(verb)));
            }
        }
        for (Field field : Field.values()) {
            words(field.key).forEach(name -> FIELDS.putIfAbsent(name, field));
        }
        FIELD_NAMES = new Phrases(FIELDS.keySet());
    }

    private ThreadWords() {}

    /** What lines of ASCII begin with that may be those of phones; nothing where such a line may only end like one. */
    static final Phrases DEVICE_OPENINGS = new Phrases(Stream.concat(
                    words("device.start").stream(),
                    DEVICE_AROUND.stream().filter(Around::isAscii).map(Around::start))
            .toList());

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

    /** What the line of a phone begins and ends with, on both sides of an ellipsis. */
    private record Around(String start, String end) {
        static Around of(String around) {
            String[] sides = around.split("\u2026", -1);
            return new Around(sides[0], sides[1]);
        }

        boolean isAscii() {
            return (start + end).chars().allMatch(c -> c < 0x80);
        }

        boolean isAround(String words) {
            return words.length() >= start.length() + end.length() && words.startsWith(start) && words.endsWith(end);
        }
    }

    /** Whether a line begins and ends as that of a phone does. */
    static boolean isAroundDevice(String words) {
        return DEVICE_ENDS.endAt(words, words.length())
                && DEVICE_AROUND.stream().anyMatch(around -> around.isAround(words));
    }

    private static boolean isJoined(String verb) {
        return verb.indexOf(' ') >= 0 || verb.chars().anyMatch(ThreadWords::isUnspaced);
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

    /** Which one a part of plain words names, with spaces around it perhaps. */
    static Field field(String words, int from, int to) {
        int start = from;
        while (start < to && words.charAt(start) == ' ') {
            start++;
        }
        int end = to;
        while (end > start && words.charAt(end - 1) == ' ') {
            end--;
        }
        return FIELD_NAMES.has(words, start, end) ? field(words.substring(start, end)) : Field.NONE;
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
