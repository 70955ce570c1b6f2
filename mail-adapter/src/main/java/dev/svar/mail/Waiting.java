package dev.svar.mail;

import jakarta.mail.Message;
import java.util.UUID;

/**
 * A message that lies in a mailbox and was not taken yet.
 *
 * @param id made of the mailbox and what the server calls the message
 * @param number its UID, or its number over POP3
 * @param label what the server calls it, for people
 * @param message the mail library's
 */
record Waiting(UUID id, long number, String label, Message message) {}
