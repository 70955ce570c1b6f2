package dev.svar.mail;

/**
 * What came of fetching once.
 *
 * @param elsewhere whether another node fetches from the mailbox, so that nothing was done here
 * @param taken how many messages were committed by the desk, those in quarantine included
 * @param setAside how many of them were set aside unread, since they had failed too often
 * @param more whether there is more, which the limit left for the next call
 */
public record FetchRun(boolean elsewhere, int taken, int setAside, boolean more) {
    static final FetchRun ELSEWHERE = new FetchRun(true, 0, 0, false);
}
