package dev.svar.delivery;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Somebody who is told things: an agent, a contact or whoever reads an address.
 *
 * @param kind which of them
 * @param id the id
 */
public record NotifiedPerson(Kind kind, String id) {
    /** What somebody is to the desk. */
    public enum Kind {
        /** An agent of the host's. */
        AGENT,
        /** A contact, on the customer's side. */
        CONTACT,
        /** Whoever reads what goes to an address, known or not: said by a link in a letter. */
        ADDRESS
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

    /**
     * Whoever reads what goes to an address.
     *
     * @param address where
     * @return the person
     */
    public static NotifiedPerson of(Address address) {
        return new NotifiedPerson(Kind.ADDRESS, address.channel().name() + ":" + address.value());
    }

    /** {@return a text of at most 140 characters by which stores find this person and nobody else} */
    public String key() {
        String named = kind == Kind.ADDRESS ? digest() : id;
        return kind.name().toLowerCase(Locale.ROOT) + "/" + named;
    }

    /** An address may be longer than a key. */
    private String digest() {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return key();
    }
}
