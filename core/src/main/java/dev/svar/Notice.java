package dev.svar;

/** An effect that tells somebody something, with the step that led to it. */
record Notice(Effect effect, Step step) {}
