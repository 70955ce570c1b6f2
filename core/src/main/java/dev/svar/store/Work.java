package dev.svar.store;

import java.time.Instant;

/**
 * Something to be done at a time.
 *
 * @param key what
 * @param dueAt when
 */
public record Work(WorkKey key, Instant dueAt) {}
