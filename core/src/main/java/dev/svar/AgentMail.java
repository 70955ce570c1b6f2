package dev.svar;

/** What an agent can do with a mail to the desk's mailbox. */
public enum AgentMail {
    /** Answer a customer: a mail that belongs to a ticket is a public reply to it. */
    REPLIES,
    /** Bring a customer's mail to the desk: one that is forwarded opens a ticket of the customer who wrote it. */
    FORWARDS
}
