package dev.svar.template;

import dev.svar.template.TemplateSchema.Type;

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
    /** In which letters a name is filled. */
    enum Where {
        ALL("all"),
        AGENTS("to agents"),
        WRITTEN("to agents; to customers when a person wrote or the ticket did not come by mail"),
        BY_PEOPLE("to agents; to customers when a person wrote"),
        PROMISES("sla_warning, sla_breach, delay_notice"),
        DELAY("delay_notice"),
        MERGED("merged"),
        MANY("letters to many, which have no ticket"),
        SETTLED("to the requester of a ticket that is done, where the desk asks"),
        SILENCE("silence_question, silence_warning");

        private final String words;

        Where(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
