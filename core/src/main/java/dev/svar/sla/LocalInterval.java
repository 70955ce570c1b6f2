package dev.svar.sla;

/**
 * Half-open local hours of one day, in minutes after the midnight that begins it. An end past {@link #DAY} lies on the
 * next date; the interval still belongs to the day it starts.
 */
record LocalInterval(int start, int end) {
    static final int DAY = 24 * 60;

    boolean reaches(LocalInterval later) {
        return end >= later.start;
    }

    LocalInterval joined(LocalInterval other) {
        return new LocalInterval(Math.min(start, other.start), Math.max(end, other.end));
    }
}
