package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words between the addresses of a report, and to whom they belong: most systems write what befell somebody behind the
 * address, some above it. Each report keeps to one order.
 */
final class BounceReasons {
    private static final int MAX_WORDS = 4_000;
    private static final int MAX_HEAD = 1_000;

    /** So many names tell which order a report keeps to. */
    private static final int MAX_LOOKS = 50;

    private final StringBuilder head = new StringBuilder();
    private final List<Mention> mentions = new ArrayList<>();

    /** Somebody who is named, with the words behind, of which the first line is the rest of that with the name. */
    private record Mention(Address who, StringBuilder behind) {}

    /** Takes a name; what is said from here on stands behind it. */
    void name(Address who) {
        mentions.add(new Mention(who, new StringBuilder()));
    }

    /** Takes words as they stand. */
    void say(CharSequence words, int from, int to) {
        StringBuilder behind =
                mentions.isEmpty() ? head : mentions.get(mentions.size() - 1).behind();
        if (mentions.isEmpty()) {
            head.delete(0, Math.max(0, head.length() - MAX_HEAD));
            behind.append(words, Math.max(from, to - MAX_HEAD), to);
        } else if (behind.length() < MAX_WORDS) {
            behind.append(words, from, Math.min(to, from + MAX_WORDS));
        }
    }

    /** Everybody who is named, in order, with what is said of each; of those who stand together the same is said. */
    Map<Address, String> said() {
        Map<Address, StringBuilder> said = new LinkedHashMap<>();
        boolean above = areAbove();
        String nearest = lastParagraph(head.toString());
        for (Mention mention : mentions) {
            StringBuilder words = said.computeIfAbsent(mention.who(), who -> new StringBuilder());
            if (words.length() < MAX_WORDS) {
                words.append(above ? nearest + "\n" : mention.behind());
            }
            nearest = isBlank(mention.behind()) ? nearest : mention.behind().toString();
        }
        return shared(said);
    }

    /** With the words of the next one for those of whom nothing is said, or the lines of it that name them. */
    private static Map<Address, String> shared(Map<Address, StringBuilder> said) {
        Map<Address, String> shared = new LinkedHashMap<>();
        said.keySet().forEach(who -> shared.put(who, ""));
        List<Map.Entry<Address, StringBuilder>> backwards = new ArrayList<>(said.entrySet());
        Collections.reverse(backwards);
        String next = "";
        Optional<Address> owner = Optional.empty();
        for (Map.Entry<Address, StringBuilder> entry : backwards) {
            if (isBlank(entry.getValue())) {
                String words = next;
                owner.ifPresent(who -> shared.put(who, ofThis(who, words)));
                owner = Optional.empty();
                shared.put(entry.getKey(), ofThis(entry.getKey(), words));
            } else {
                next = entry.getValue().toString();
                owner = Optional.of(entry.getKey());
                shared.put(entry.getKey(), next);
            }
        }
        return shared;
    }

    /** The lines of a transcript that name somebody, if they tell what befell him; else all of it. */
    private static String ofThis(Address who, String words) {
        String lines = words.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains(who.value()))
                .collect(Collectors.joining("\n"));
        return !lines.isEmpty() && isTold(lines) ? lines : words;
    }

    /** Whether what befell somebody stands above the address, by where reasons and blank lines are. */
    private boolean areAbove() {
        if (mentions.size() < 2) {
            return false;
        }
        List<String> between = mentions.stream()
                .limit(Math.min(MAX_LOOKS, mentions.size() - 1))
                .map(m -> m.behind().toString())
                .filter(words -> !isBlank(words))
                .toList();
        boolean beside = mentions.stream().limit(MAX_LOOKS).anyMatch(m -> isTold(firstLine(m.behind())));
        if (beside || between.stream().noneMatch(BounceReasons::isTold)) {
            return false;
        }
        int nearer = between.stream().mapToInt(BounceReasons::nearer).sum();
        boolean before = isTold(lastParagraph(head.toString()));
        boolean behind = isTold(firstParagraph(mentions.get(mentions.size() - 1).behind()));
        return behind ? before && nearer > 0 && !endsBlank(head) : before ? nearer >= 0 : nearer > 0;
    }

    /** 1 if the words stand with what follows them, -1 if with what is above, 0 if with both or neither. */
    private static int nearer(String between) {
        List<String> lines = between.lines().skip(1).toList();
        if (lines.isEmpty()) {
            return 0;
        }
        int above = lines.get(0).isBlank() ? 0 : 1;
        int below = lines.get(lines.size() - 1).isBlank() ? 0 : 1;
        return below - above;
    }

    private static boolean isTold(String words) {
        return ReplyCode.in(words).isPresent()
                || EnhancedStatus.in(words).isPresent()
                || BouncePhrases.cause(words).isPresent();
    }

    private static String firstLine(CharSequence words) {
        return words.toString().lines().findFirst().orElse("");
    }

    private static String firstParagraph(CharSequence words) {
        return String.join(
                "\n",
                words.toString()
                        .lines()
                        .skip(1)
                        .dropWhile(String::isBlank)
                        .takeWhile(line -> !line.isBlank())
                        .toList());
    }

    private static String lastParagraph(String words) {
        List<String> paragraph = new ArrayList<>();
        for (String line : words.lines().toList()) {
            boolean goesOn =
                    !paragraph.isEmpty() && !paragraph.get(paragraph.size() - 1).isBlank();
            if (!line.isBlank() && !goesOn) {
                paragraph.clear();
            }
            paragraph.add(line);
        }
        return String.join("\n", paragraph);
    }

    /** Whether a blank line is in front of what follows. */
    private static boolean endsBlank(CharSequence words) {
        List<String> lines = words.toString().lines().toList();
        return !lines.isEmpty() && lines.get(lines.size() - 1).isBlank();
    }

    private static boolean isBlank(CharSequence words) {
        return words.chars().noneMatch(Character::isLetterOrDigit);
    }
}
