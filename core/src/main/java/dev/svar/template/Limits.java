package dev.svar.template;

/** Bounds that no setting changes; {@link LiquidTemplate} documents them. */
final class Limits {
    static final int SOURCE = 1 << 20;
    static final int DEPTH = 100;
    static final int DEPTH_OF_ALL = 300;
    static final int RANGE = 100_000;
    static final int FLATTENED = 1_000_000;
    static final int ARGUMENTS = 20;

    private Limits() {}
}
