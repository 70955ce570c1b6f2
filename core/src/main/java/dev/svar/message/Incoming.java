package dev.svar.message;

/** Something that arrived for the desk, readable or not. */
public sealed interface Incoming permits InboundMessage, UnreadableMessage {
    /** {@return what makes it the same message when it comes again} */
    MessageKey key();

    /** {@return the message exactly as it arrived} */
    Content raw();
}
