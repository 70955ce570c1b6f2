package dev.svar;

import java.time.Instant;
import java.util.Optional;

/**
 * How the automatic letters of a desk stand on this node.
 *
 * @param stoppedAt since when they are stopped, if they are
 * @param lately how many were planned in the window of {@link LetterCaps#deskWindow()}
 */
public record AutomaticLetters(Optional<Instant> stoppedAt, int lately) {}
