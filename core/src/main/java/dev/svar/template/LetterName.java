package dev.svar.template;

import dev.svar.template.TemplateSchema.Type;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name that letters may use.
 *
 * @param name as a template writes it
 * @param type what stands there
 * @param zendesk whether it means what it means in Zendesk's templates
 * @param where in which letters it is filled
 * @param meaning what it says, for who writes templates
 */
record LetterName(String name, Type type, boolean zendesk, Where where, String meaning) {
    private static final String OF_THE_DESK = "desk.";

    /** Of the letters to many that of an incident's beginning is also one about a ticket. */
    private static final String ABOUT_BOTH = "incident_opened";

    /** Whether letters of a kind that is shipped may use it. */
    boolean isIn(String kind) {
        boolean ticketless = (Where.MANY.covers(kind) && !kind.equals(ABOUT_BOTH)) || Where.DIGEST.covers(kind);
        return where.covers(kind) && (!ticketless || !where.kinds.isEmpty() || name.startsWith(OF_THE_DESK));
    }

    /** In which letters a name is filled. */
    enum Where {
        ALL("all"),
        AGENTS(Set.of("assigned", "mentioned", "reopened", "woken", "sla_warning", "sla_breach"), "to agents"),
        CUSTOMERS(
                Set.of(
                        "acknowledged",
                        "replied",
                        "working_on_it",
                        "waiting_for_you",
                        "delay_notice",
                        "solved",
                        "satisfaction_reminder",
                        "merged",
                        "silence_question",
                        "silence_warning",
                        "closed_after_silence",
                        "message_refused",
                        ABOUT_BOTH),
                "to customers"),
        WRITTEN("to agents; to customers when a person wrote or the ticket did not come by mail"),
        BY_PEOPLE(with(AGENTS.kinds, "replied"), "to agents; to customers when a person wrote (replied)"),
        SETTLED(
                Set.of(
                        "replied",
                        "solved",
                        "satisfaction_reminder",
                        "merged",
                        "silence_question",
                        "silence_warning",
                        "closed_after_silence",
                        "message_refused"),
                "to the requester of a ticket that is done, where the desk asks"),
        PROMISES(Set.of("sla_warning", "sla_breach", "delay_notice"), "sla_warning, sla_breach, delay_notice"),
        DELAY(Set.of("delay_notice"), "delay_notice"),
        MERGED(Set.of("merged"), "merged"),
        SILENCE(Set.of("silence_question", "silence_warning"), "silence_question, silence_warning"),
        DIGEST(Set.of("digest"), "digest"),
        MANY(
                Set.of("welcome", "maintenance", "incident_opened", "incident_updated", "incident_resolved"),
                "letters to many, which have no ticket"),
        OPTIONAL(
                Set.of(
                        "welcome",
                        "maintenance",
                        "incident_opened",
                        "incident_updated",
                        "incident_resolved",
                        "working_on_it",
                        "delay_notice",
                        "satisfaction_reminder"),
                "letters to many, working_on_it, delay_notice, satisfaction_reminder, where there are links");

        private final Set<String> kinds;
        private final String words;

        Where(String words) {
            this(Set.of(), words);
        }

        Where(Set<String> kinds, String words) {
            this.kinds = kinds;
            this.words = words;
        }

        private static Set<String> with(Set<String> kinds, String kind) {
            return Stream.concat(kinds.stream(), Stream.of(kind)).collect(Collectors.toUnmodifiableSet());
        }

        /** Whether a letter of a kind may have it; of what is in no shipped letter that is not known. */
        boolean covers(String kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }

        String words() {
            return words;
        }
    }
}
