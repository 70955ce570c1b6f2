package dev.svar.announcement;

/** Where an incident stands. */
public enum IncidentState {
    /** It goes on: tickets that belong to it are told so when they come. */
    OPEN,
    /** It is over. */
    RESOLVED
}
