package dev.svar;

import dev.svar.message.Receipt;

/**
 * What came of handing the desk an inbound message.
 *
 * @param receipt the record of it
 * @param duplicate whether the same message had been taken before, so that nothing changed now
 */
public record Taken(Receipt receipt, boolean duplicate) {}
