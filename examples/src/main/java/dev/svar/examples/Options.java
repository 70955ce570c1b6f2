package dev.svar.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/** What the command line of {@link SupportDesk} asks for. */
record Options(Optional<Path> mail, Optional<String> databaseUrl, boolean fresh, boolean help) {
    static final String HELP = """
            Runs a support desk on real mail, inside this process: an SMTP and IMAP server, a database, a clock set by hand.
            Nothing leaves this machine.

              (no option)     a day and a half at the support address of an invented product
              --mail PATH     take your own mail instead: a folder of .eml files, or an mbox file
              --db JDBC-URL   use this database: H2 or PostgreSQL (default: an H2 file under examples/target)
              --fresh         forget what the default database holds and start anew
              --help          this text

            With Maven:  mvn -q -B -pl examples -am compile exec:java -Dexec.args="--mail PATH"
            """;

    static Options parse(String... arguments) {
        Optional<Path> mail = Optional.empty();
        Optional<String> database = Optional.empty();
        boolean fresh = false;
        boolean help = false;
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--mail" -> mail = Optional.of(path(value(option, rest)));
                case "--db" -> database = Optional.of(value(option, rest));
                case "--fresh" -> fresh = true;
                case "--help" -> help = true;
                default -> throw new UsageException("unknown option " + option + ", --help lists those there are");
            }
        }
        if (fresh && database.isPresent()) {
            throw new UsageException("--fresh forgets the default database only, empty the one named by --db yourself");
        }
        return new Options(mail, database, fresh, help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    private static Path path(String value) {
        Path path = Path.of(value);
        if (!Files.exists(path)) {
            throw new UsageException("there is no file or folder " + value);
        }
        return path;
    }
}
