package dev.svar.assignment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a strategy among who fits best, and a step wider while it finds no agent. */
record SkillsAndLanguages(AssignmentStrategy strategy) implements AssignmentStrategy {
    @Override
    public AssignmentAnswer choose(AssignmentQuestion question) {
        Optional<AmongThoseWho> speak = question.language().map(this::speak);
        Optional<AmongThoseWho> know = question.category().map(this::know);
        return Stream.of(speak.flatMap(s -> know.map(s::and)), speak, know)
                .flatMap(Optional::stream)
                .map(AssignmentStrategy.class::cast)
                .reduce(AssignmentStrategy::orElse)
                .orElse(strategy)
                .choose(question);
    }

    private AmongThoseWho speak(Locale language) {
        return new AmongThoseWho(
                "speaks " + AgentProfile.languageOf(language), agent -> agent.speaks(language), strategy);
    }

    private AmongThoseWho know(String category) {
        return new AmongThoseWho("knows " + AgentProfile.fold(category), agent -> agent.knows(category), strategy);
    }
}
