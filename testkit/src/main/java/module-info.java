/** Tools for tests: time set by hand, a transport that remembers, and the suites that an adapter must pass. */
module dev.svar.testkit {
    requires transitive dev.svar.core;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.svar.testkit;
}
