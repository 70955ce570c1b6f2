package dev.svar.mail;

import java.util.UUID;

/**
 * A message that lies in a mailbox and was not taken yet.
 *
 * @param <M> what the mailbox knows it by
 * @param id made of the mailbox and what the server calls the message
 * @param number its UID or another number, where it has one
 * @param label what it is called, for people
 * @param message the message
 */
record Waiting<M>(UUID id, long number, String label, M message) {}
