package dev.svar;

import dev.svar.contact.Agent;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a note names: an agent's id or name after an @. */
final class Mentions {
    /** The most places in a note at which somebody is looked for. */
    static final int MAX = 50;

    /** The most words of a name. */
    private static final int WORDS = 3;

    /** An @ inside a word belongs to an address. */
    private static final Pattern AT =
            Pattern.compile("(?<![\\p{L}\\p{N}._%+-])@([^\\s@]\\S{0,127}(?: \\S{1,60}){0,2})");

    private static final String NEVER_LAST = ".,:;!?)]}»”\"'";

    private final AgentDirectory agents;

    Mentions(AgentDirectory agents) {
        this.agents = agents;
    }

    /** Each once, in the order of the text. */
    List<AgentId> in(String text) {
        Set<AgentId> named = new LinkedHashSet<>();
        Matcher at = AT.matcher(text);
        int from = 0;
        for (int looked = 0; looked < MAX && at.find(from); looked++) {
            agent(at.group(1).split(" ")).ifPresent(named::add);
            from = at.start() + 1; // the words after it may hold another
        }
        return List.copyOf(named);
    }

    /** The longest name wins: {@code Siv Dahl} is not {@code Siv}. */
    private Optional<AgentId> agent(String[] words) {
        for (int count = Math.min(words.length, WORDS); count > 0; count--) {
            String whole = String.join(" ", List.of(words).subList(0, count));
            String bare = withoutPunctuation(whole);
            Optional<Agent> found = found(whole).or(() -> bare.equals(whole) ? Optional.empty() : found(bare));
            if (found.isPresent()) {
                return found.map(Agent::id);
            }
        }
        return Optional.empty();
    }

    private Optional<Agent> found(String name) {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        boolean isId = name.length() <= AgentId.MAX_LENGTH && name.indexOf(' ') < 0;
        Optional<Agent> byId = isId ? agents.agent(new AgentId(name)) : Optional.empty();
        return byId.or(() -> agents.named(name));
    }

    private static String withoutPunctuation(String word) {
        int end = word.length();
        while (end > 0 && NEVER_LAST.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }
}
