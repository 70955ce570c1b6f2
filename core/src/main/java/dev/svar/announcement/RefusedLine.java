package dev.svar.announcement;

/**
 * A line of a list that names nobody who can be written to.
 *
 * @param line its number in what was given, from 1
 * @param problem why, with the limit that was passed; never what the line says
 */
public record RefusedLine(long line, String problem) {}
