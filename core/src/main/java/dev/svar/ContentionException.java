package dev.svar;

import dev.svar.error.SvarException;

/** So many others changed the same ticket at the same time that a command lost every race. It may be tried again. */
public final class ContentionException extends SvarException {
    private static final long serialVersionUID = 1L;

    /**
     * Too many lost races.
     *
     * @param what what was to be done
     * @param attempts how often it was tried
     */
    public ContentionException(String what, int attempts) {
        super(what + " lost the race against other changes " + attempts + " times, try again");
    }
}
