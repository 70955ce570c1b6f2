package dev.svar.contact;

import dev.svar.error.Check;

/** Who did something: the "by whom" of every event. */
public sealed interface Actor {
    /**
     * A customer.
     *
     * @param contact who
     */
    record Customer(ContactId contact) implements Actor {}

    /**
     * A person who answers for the desk.
     *
     * @param agent who
     */
    record DeskAgent(AgentId agent) implements Actor {}

    /**
     * A rule of the desk or of the host, no person.
     *
     * @param name the rule's name, for example {@code sla}; at most {@value #MAX_NAME_LENGTH} characters
     */
    record Rule(String name) implements Actor {
        /** The most characters a name may have. */
        public static final int MAX_NAME_LENGTH = 100;

        /**
         * Checks the name.
         *
         * @param name the rule's name, for example {@code sla}
         */
        public Rule {
            Check.line("rule", name, MAX_NAME_LENGTH);
        }
    }

    /**
     * A customer.
     *
     * @param contact who
     * @return the actor
     */
    static Actor customer(ContactId contact) {
        return new Customer(contact);
    }

    /**
     * An agent.
     *
     * @param agent who
     * @return the actor
     */
    static Actor agent(AgentId agent) {
        return new DeskAgent(agent);
    }

    /**
     * A rule.
     *
     * @param name which
     * @return the actor
     */
    static Actor rule(String name) {
        return new Rule(name);
    }
}
