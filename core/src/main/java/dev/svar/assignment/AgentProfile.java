package dev.svar.assignment;

import dev.svar.contact.AgentId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.TicketCommand;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an agent can take on. {@link #of} starts from the defaults:
 *
 * <pre>{@code
 * AgentProfile.of(ola).withCapacity(8).withSkills("billing").withLanguages(nb, en).withDeputy(kari)
 * }</pre>
 *
 * @param agent whose profile it is
 * @param capacity the most open tickets at once, from 1 to {@value #MAX_CAPACITY}; kept by
 *     {@link AssignmentStrategy#leastLoaded} and {@link AssignmentStrategy#withinCapacity}
 * @param skills categories, or words of them, in any letter case; at most {@value #MAX_SKILLS}
 * @param languages the languages, whatever their country; at most {@value #MAX_LANGUAGES}
 * @param deputy who stands in when the agent is absent
 */
public record AgentProfile(
        AgentId agent, int capacity, Set<String> skills, Set<Locale> languages, Optional<AgentId> deputy) {
    /** The capacity of somebody for whom none was set. */
    public static final int DEFAULT_CAPACITY = 20;

    /** The largest capacity. */
    public static final int MAX_CAPACITY = 10_000;

    /** The most skills of an agent. */
    public static final int MAX_SKILLS = 200;

    /** The most languages of an agent. */
    public static final int MAX_LANGUAGES = 50;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /**
     * Checks and copies.
     *
     * @param agent whose profile it is
     * @param capacity the most open tickets at once
     * @param skills categories, or words of them
     * @param languages the languages
     * @param deputy who stands in when the agent is absent
     * @throws InvalidValueException if a value is out of its bounds, a locale names no language, or somebody would be
     *     the own deputy
     */
    public AgentProfile {
        Check.range("profile.capacity", capacity, 1, MAX_CAPACITY);
        Set<String> folded = new HashSet<>();
        for (String skill : Check.size("profile.skills", skills, MAX_SKILLS)) {
            folded.add(fold(Check.line("profile.skills", skill, TicketCommand.MAX_CATEGORY_LENGTH)));
        }
        skills = Set.copyOf(folded);
        languages = Set.copyOf(Check.size("profile.languages", languages, MAX_LANGUAGES));
        if (languages.stream().anyMatch(l -> l.getLanguage().isEmpty())) {
            throw new InvalidValueException("profile.languages", "holds a locale without a language");
        }
        if (deputy.filter(agent::equals).isPresent()) {
            throw new InvalidValueException(
                    "profile.deputy", "of " + agent + " is " + agent + ", it must be somebody else");
        }
    }

    /**
     * A profile of {@value #DEFAULT_CAPACITY} tickets at once, without skills, languages and deputy.
     *
     * @param agent whose profile
     * @return the profile
     */
    public static AgentProfile of(AgentId agent) {
        return new AgentProfile(agent, DEFAULT_CAPACITY, Set.of(), Set.of(), Optional.empty());
    }

    /**
     * The same profile with another capacity.
     *
     * @param most the most open tickets at once
     * @return a profile
     * @throws InvalidValueException if it is out of bounds
     */
    public AgentProfile withCapacity(int most) {
        return new AgentProfile(agent, most, skills, languages, deputy);
    }

    /**
     * The same profile with these skills in place of those before.
     *
     * @param known categories, or words of them
     * @return a profile
     * @throws InvalidValueException if one is not a line or too long, or there are too many
     */
    public AgentProfile withSkills(String... known) {
        return new AgentProfile(agent, capacity, new HashSet<>(List.of(known)), languages, deputy);
    }

    /**
     * The same profile with these languages in place of those before.
     *
     * @param spoken the languages
     * @return a profile
     * @throws InvalidValueException if a locale names no language, or there are too many
     */
    public AgentProfile withLanguages(Locale... spoken) {
        return new AgentProfile(agent, capacity, skills, new HashSet<>(List.of(spoken)), deputy);
    }

    /**
     * The same profile with a deputy.
     *
     * @param standIn who stands in when the agent is absent
     * @return a profile
     * @throws InvalidValueException if it is the agent
     */
    public AgentProfile withDeputy(AgentId standIn) {
        return new AgentProfile(agent, capacity, skills, languages, Optional.of(standIn));
    }

    /**
     * Whether a category is among the skills.
     *
     * @param category the category
     * @return true if the category, or one of the words it is made of, is a skill; letter case does not matter
     */
    public boolean knows(String category) {
        String folded = fold(category);
        return skills.contains(folded)
                || Arrays.stream(BETWEEN_WORDS.split(folded)).anyMatch(skills::contains);
    }

    /**
     * Whether a language is spoken.
     *
     * @param language a locale of the language
     * @return true if one of the languages is the same, whatever country and script; {@code no} and {@code nb} are the
     *     same
     */
    public boolean speaks(Locale language) {
        String wanted = languageOf(language);
        return languages.stream().anyMatch(spoken -> languageOf(spoken).equals(wanted));
    }

    static String languageOf(Locale locale) {
        String code = locale.getLanguage();
        return code.equals("no") ? "nb" : code;
    }

    static String fold(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
