package dev.svar.category.learn;

import dev.svar.category.CategoryQuestion;
import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Invented tickets in three languages: a few words that belong to a category among words that belong to none. */
final class Tickets {
    static final Actor ADA = new Actor.DeskAgent(new AgentId("ada"));
    static final Actor BOB = new Actor.DeskAgent(new AgentId("bob"));

    private static final Map<String, List<String>> TOPICS = new TreeMap<>(Map.of(
            "payment",
                    List.of("card", "declined", "charged", "invoice", "betale", "kortet", "faktura", "maksu", "lasku"),
            "login", List.of("password", "locked", "reset", "sign in", "passord", "innlogging", "salasana", "tunnus"),
            "delivery", List.of("parcel", "late", "tracking", "courier", "pakken", "levering", "paketti", "toimitus"),
            "refund", List.of("refund", "return", "money back", "retur", "refusjon", "palautus", "hyvitys"),
            "app", List.of("crash", "freezes", "update", "screen", "appen", "krasjer", "sovellus", "kaatuu")));
    private static final List<String> PLAIN = List.of(
            "hello",
            "please",
            "help",
            "my",
            "the",
            "is",
            "and",
            "again",
            "today",
            "yesterday",
            "hei",
            "jeg",
            "kan",
            "ikke",
            "med",
            "min",
            "mitt",
            "moi",
            "minun",
            "ei",
            "toimi",
            "kiitos",
            "thanks",
            "why",
            "when",
            "order");

    private final Random random;

    Tickets(long seed) {
        this.random = new Random(seed);
    }

    static List<String> categories() {
        return List.copyOf(TOPICS.keySet());
    }

    String text(String category) {
        List<String> words = new ArrayList<>();
        List<String> topic = TOPICS.get(category);
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            words.add(topic.get(random.nextInt(topic.size())));
        }
        for (int i = 3 + random.nextInt(5); i > 0; i--) {
            words.add(random.nextInt(words.size() + 1), PLAIN.get(random.nextInt(PLAIN.size())));
        }
        return String.join(" ", words);
    }

    CategoryExample example(String id, String category, Actor by) {
        return new CategoryExample(id, CategoryQuestion.of(text(category)), category, by);
    }

    /** So many of each category, in random order. */
    List<CategoryExample> examples(int ofEach, String... without) {
        List<CategoryExample> all = new ArrayList<>();
        for (String category : categories()) {
            for (int i = 0; i < ofEach && !List.of(without).contains(category); i++) {
                all.add(example(String.format(Locale.ROOT, "%s-%d", category, i), category, ADA));
            }
        }
        Collections.shuffle(all, random);
        return all;
    }
}
