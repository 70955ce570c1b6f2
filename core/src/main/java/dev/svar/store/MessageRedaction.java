package dev.svar.store;

import dev.svar.message.ContentRef;
import dev.svar.message.Message;
import java.util.Set;

/**
 * A message out of which something was blotted for good.
 *
 * @param after the message as it is from now on, at the place where it was; only its texts and files change
 * @param erased the bytes to be erased, wherever else they are used: its raw form, and files that were taken away
 */
public record MessageRedaction(Message after, Set<ContentRef> erased) {
    /**
     * Copies.
     *
     * @param after the message as it is from now on
     * @param erased the bytes to be erased
     */
    public MessageRedaction {
        erased = Set.copyOf(erased);
    }
}
