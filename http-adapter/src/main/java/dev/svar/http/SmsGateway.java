package dev.svar.http;

import dev.svar.contact.Address;
import dev.svar.message.SendOutcome;

/**
 * Port: hands one text message to a gateway. What {@link dev.svar.message.Transport} says about outcomes holds here too: never
 * offered twice within one call, accepted only if the gateway said so, uncertain whenever nobody can know. Safe for use by
 * several threads.
 */
public interface SmsGateway {
    /**
     * Hands a text message over.
     *
     * @param id the same at each attempt: the Message-ID of the delivery
     * @param to a telephone number
     * @param text the text
     * @return what became of it; what was accepted has the gateway's own id as its reference
     */
    SendOutcome send(String id, Address to, SmsText text);
}
