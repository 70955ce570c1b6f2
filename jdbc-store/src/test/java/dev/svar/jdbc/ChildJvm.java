package dev.svar.jdbc;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A main of the tests in a JVM of its own: with little memory, under limits, or to be killed. */
final class ChildJvm {
    private static final long LONGEST_MINUTES = 5;

    private ChildJvm() {}

    /** How it ended and everything that it printed. */
    record End(int status, String output) {}

    /** Runs a main to its end. The command goes before that of Java, for example a shell that sets limits. */
    static End run(List<String> before, List<String> options, Class<?> main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("does not end: " + output);
            }
            return new End(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Modules or not: for the child everything is on the class path. */
    private static String classPath(Class<?> main) throws Exception {
        Path tests =
                Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        return String.join(
                File.pathSeparator,
                Stream.of(
                                Path.of("target", "test-classes")
                                        .toAbsolutePath()
                                        .toString(),
                                tests.toString(),
                                System.getProperty("jdk.module.path", ""),
                                System.getProperty("java.class.path", ""))
                        .filter(path -> !path.isEmpty())
                        .toList());
    }
}
