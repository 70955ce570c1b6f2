package dev.svar.jdbc;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MySQL server out of an unpacked distribution; it stops with the JVM. */
final class MySqlServer {
    private static final int MAX_TRIES = 600;
    private static final int PAUSE_MILLIS = 100;

    private MySqlServer() {}

    /** {@return the address of a database whose own character set has no more than three bytes for a character} */
    static String start(Path home, String driver) {
        try {
            Path data = Files.createTempDirectory("svar-mysql");
            int port = freePort();
            Process preparation = run(
                    home, data, "prepared.log", List.of("--initialize-insecure", "--datadir=" + data.resolve("data")));
            if (preparation.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(data.resolve("prepared.log")));
            }
            Process server = run(
                    home,
                    data,
                    "server.log",
                    List.of(
                            "--datadir=" + data.resolve("data"),
                            "--socket=" + data.resolve("socket"),
                            "--port=" + port,
                            "--bind-address=127.0.0.1",
                            "--mysqlx=OFF",
                            "--skip-log-bin",
                            "--innodb-flush-log-at-trx-commit=0",
                            "--innodb-flush-method=nosync"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
            String address = "jdbc:" + driver + "://localhost:" + port + "/";
            String options = "?user=root&sslMode=" + (driver.equals("mysql") ? "DISABLED" : "disable");
            await(server, address + options);
            return MariaDbServer.withDatabase(address, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process run(Path home, Path data, String log, List<String> options) throws IOException {
        Path program = home.resolve("bin/mysqld");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        List<String> command =
                new ArrayList<>(List.of(program.toString(), "--no-defaults", "--user=root", "--basedir=" + home));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(log).toFile())
                .start();
    }

    private static void await(Process server, String url) throws InterruptedException {
        for (int i = 0; i < MAX_TRIES; i++) {
            try {
                DriverManager.getConnection(url).close();
                return;
            } catch (SQLException notYet) {
                if (server.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("MySQL ended with " + server.exitValue(), notYet);
                }
            }
        }
        throw new IllegalStateException("MySQL does not answer");
    }

    private static void stop(Process server, Path data) {
        server.destroy();
        try {
            server.waitFor();
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
