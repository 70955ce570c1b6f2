package dev.svar.ticket;

/** What the values of a custom field are. */
public enum FieldType {
    /** Text, possibly of several lines. */
    TEXT,
    /** A decimal number. */
    NUMBER,
    /** Yes or no. */
    BOOLEAN,
    /** A day without a time. */
    DATE,
    /** One of a list of words. */
    CHOICE
}
