package dev.svar.mail;

import dev.svar.error.Check;

/** A name and a password that stay where they are. */
final class Credentials {
    static final int MAX_LENGTH = 1_000;

    private final String user;
    private final String password;

    private Credentials(String user, String password) {
        this.user = user;
        this.password = password;
    }

    static Credentials of(String protocol, String user, String password) {
        return new Credentials(
                Check.line(protocol + ".user", user, MAX_LENGTH),
                Check.line(protocol + ".password", password, MAX_LENGTH));
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
