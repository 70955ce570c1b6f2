package dev.svar.jdbc.crash;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A main as a child of this process, which can be killed and started again. */
final class LoadClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration TO_TELL = Duration.ofSeconds(2);

    private final Class<?> program;
    private final Path folder;
    private final String name;
    private final Function<String, List<String>> arguments;
    private int lives;
    private Process process;

    private LoadClient(Class<?> program, Path folder, String name, Function<String, List<String>> arguments)
            throws IOException {
        this.program = program;
        this.folder = folder;
        this.name = name;
        this.arguments = arguments;
        this.process = launch();
    }

    /** The arguments follow from the name of each life. */
    static LoadClient start(Class<?> program, Path folder, String name, Function<String, List<String>> arguments)
            throws IOException {
        return new LoadClient(program, folder, name, arguments);
    }

    /** Each life has a name of its own, for it says the same things again. */
    private Process launch() throws IOException {
        String life = name + "-" + ++lives;
        Path output = folder.resolve(life + ".out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(arguments.apply(life));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Tests run on the module path; a child does not need to. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path"), System.getProperty("jdk.module.path"), testClasses())
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String testClasses() {
        try {
            String here = LoadClient.class.getName().replace('.', '/') + ".class";
            Path file = Path.of(LoadClient.class
                    .getResource(LoadClient.class.getSimpleName() + ".class")
                    .toURI());
            return file.toString().substring(0, file.toString().length() - here.length());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets it work for a while. */
    void run(Duration while_) throws IOException, InterruptedException {
        if (process.waitFor(while_.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(
                    name + " ended by itself: " + Files.readString(folder.resolve(name + "-" + lives + ".out")));
        }
    }

    /** Waits until something was acknowledged from now on, in this life. */
    void awaitWork() throws IOException, InterruptedException {
        long before = acknowledged();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged() <= before) {
            if (System.nanoTime() > deadline) {
                tellWhatItDoes();
                throw new AssertionError(name + " does not go on working: "
                        + Files.readString(folder.resolve(name + "-" + lives + ".out"))
                        + Journal.lines(folder, Journal.ERRORS));
            }
            run(LOOK);
        }
    }

    /** SIGQUIT has it write what its threads do into its output. */
    private void tellWhatItDoes() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                .start()
                .waitFor();
        run(TO_TELL);
    }

    private long acknowledged() throws IOException {
        Path journal = folder.resolve(name + "-" + lives + "." + Journal.ACKNOWLEDGED);
        return Files.exists(journal) ? Files.size(journal) : 0;
    }

    /** SIGKILL, and a new life. */
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        process = launch();
    }

    /** Asks it to end. */
    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(name + " did not end as it was asked to");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
