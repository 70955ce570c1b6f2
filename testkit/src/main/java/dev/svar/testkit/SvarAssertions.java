package dev.svar.testkit;

import dev.svar.HelpDesk;

/**
 * The way into the assertions about a help desk. A failure states the whole fact: what was expected, which ticket it is
 * about and how that stands, and all that there was to choose from.
 *
 * <pre>{@code
 * assertThat(desk).ticket("SUP-1").hasStatus(Status.SOLVED).isAssignedTo(ola);
 * assertThat(mail).sentTo("kari@kunde.example").withSubjectContaining("SUP-1").once().sentNothingElse();
 * }</pre>
 *
 * <p>Its static methods can be imported beside those of AssertJ.
 */
public final class SvarAssertions {
    private SvarAssertions() {}

    /**
     * Begins assertions about a desk.
     *
     * @param desk the desk
     * @return assertions about it
     */
    public static DeskAssert assertThat(HelpDesk desk) {
        return new DeskAssert(desk);
    }

    /**
     * Begins assertions about what was sent.
     *
     * @param transport what the desk sends with
     * @return assertions about what reached its peer
     */
    public static SentAssert assertThat(RecordingTransport transport) {
        return new SentAssert(transport);
    }
}
