package dev.svar.template;

/** What is to happen after a node. */
enum Flow {
    NEXT,
    BREAK,
    CONTINUE
}
