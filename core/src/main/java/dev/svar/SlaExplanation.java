package dev.svar;

import dev.svar.sla.SlaAccount;

/**
 * Why a promise is due when it is.
 *
 * @param account every stretch of time and what it counts as
 * @param sentence the same for people, in the language asked for; it names no person
 */
public record SlaExplanation(SlaAccount account, String sentence) {}
