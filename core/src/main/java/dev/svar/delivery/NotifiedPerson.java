package dev.svar.delivery;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import java.util.Locale;

/**
 * Somebody who is told things: an agent or a contact.
 *
 * @param kind which of both
 * @param id the id
 */
public record NotifiedPerson(Kind kind, String id) {
    /** What somebody is to the desk. */
    public enum Kind {
        /** An agent of the host's. */
        AGENT,
        /** A contact, on the customer's side. */
        CONTACT
    }

    /**
     * An agent.
     *
     * @param agent who
     * @return the person
     */
    public static NotifiedPerson of(AgentId agent) {
        return new NotifiedPerson(Kind.AGENT, agent.value());
    }

    /**
     * A contact.
     *
     * @param contact who; of merged contacts the surviving one
     * @return the person
     */
    public static NotifiedPerson of(ContactId contact) {
        return new NotifiedPerson(Kind.CONTACT, contact.value().toString());
    }

    /** {@return a text of at most 140 characters by which stores find this person and nobody else} */
    public String key() {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + id;
    }

    @Override
    public String toString() {
        return key();
    }
}
