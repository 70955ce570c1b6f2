package dev.svar.jdbc.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server that keeps what it says it keeps, since fsync is on, and that can be killed and started again. */
final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_MILLIS = 20;

    private final Path folder;
    private final String program;
    private final int port;
    private Process postmaster;

    private PostgresServer(Path folder, String program, int port) throws IOException {
        this.folder = folder;
        this.program = program;
        this.port = port;
        this.postmaster = launch();
    }

    /** Makes an empty database and starts the server. */
    static PostgresServer start(Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (EmbeddedPostgres first = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start()) {
            String options = Files.readString(data.resolve("postmaster.opts"));
            String program = options.substring(0, options.indexOf(" \""));
            int port = first.getPort();
            first.close();
            PostgresServer server = new PostgresServer(folder, program, port);
            server.awaitReady();
            return server;
        }
    }

    /** It refuses to run as root; in a user namespace of its own it does not see that it does. */
    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program, "-D", folder.resolve("data").toString(), "-p", Integer.toString(port)));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "max_connections=40"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.out").toFile()))
                .start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&socketTimeout=10";
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (postmaster.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new AssertionError(
                        "the server does not start: " + Files.readString(folder.resolve("server.out")));
            }
        }
    }

    private boolean isReady() {
        try (Connection connection = DriverManager.getConnection(url())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** SIGKILL to the postmaster and then to whatever it started, and a new start, which recovers. */
    void killAndRestart() throws IOException, InterruptedException {
        kill();
        postmaster = launch();
        awaitReady();
    }

    private void kill() throws InterruptedException {
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        postmaster.waitFor();
        for (ProcessHandle child : children) {
            child.destroyForcibly();
            awaitEnd(child);
        }
    }

    private static void awaitEnd(ProcessHandle child) throws InterruptedException {
        try {
            child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("a process of the server does not end: " + child, e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
