package dev.svar.template;

/** A place in a source; both count from one. Columns count UTF-16 units. */
record Position(int line, int column) {}
