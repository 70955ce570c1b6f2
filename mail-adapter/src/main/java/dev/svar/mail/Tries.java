package dev.svar.mail;

/**
 * How often a message was tried and failed.
 *
 * @param takes how often the desk could not take it, or the process ended over it
 * @param loads how often the server did not give it out
 */
record Tries(int takes, int loads) {
    static final Tries NONE = new Tries(0, 0);

    private static final long LOADS = 1_000_000;

    static Tries of(long code) {
        return new Tries((int) (code % LOADS), (int) (code / LOADS));
    }

    long code() {
        return takes + loads * LOADS;
    }

    Tries take() {
        return new Tries(takes + 1, loads);
    }

    Tries load() {
        return new Tries(takes, loads + 1);
    }
}
