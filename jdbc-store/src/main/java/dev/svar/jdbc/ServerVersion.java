package dev.svar.jdbc;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a database server. */
record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {
    private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor)
            .thenComparingInt(ServerVersion::patch);

    /** MariaDB used to put a version of MySQL before its own, so that old replicas would talk to it. */
    private static final Pattern LEADING_NUMBERS =
            Pattern.compile("(?:5\\.5\\.5-)?(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?.*", Pattern.DOTALL);

    /** {@return the version at the beginning of what a server says about itself, empty if there is none} */
    static Optional<ServerVersion> read(String text) {
        Matcher numbers = LEADING_NUMBERS.matcher(text);
        return numbers.matches()
                ? Optional.of(new ServerVersion(number(numbers, 1), number(numbers, 2), number(numbers, 3)))
                : Optional.empty();
    }

    private static int number(Matcher numbers, int group) {
        return Optional.ofNullable(numbers.group(group)).map(Integer::parseInt).orElse(0);
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + (patch > 0 ? "." + patch : "");
    }
}
