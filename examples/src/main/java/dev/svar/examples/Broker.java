package dev.svar.examples;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/** ActiveMQ with its journal on disk, reached by TCP as if it ran on another machine. Yours is running already. */
final class Broker implements AutoCloseable {
    private final Path journal;
    private BrokerService server;
    private int port;

    private Broker(Path journal, BrokerService server, int port) {
        this.journal = journal;
        this.server = server;
        this.port = port;
    }

    /** A broker that knows nothing yet. */
    static Broker fresh(Path journal) {
        BrokerService server = started(journal, 0, true);
        try {
            return new Broker(
                    journal,
                    server,
                    server.getTransportConnectors().get(0).getConnectUri().getPort());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the broker has no address", e);
        }
    }

    private static BrokerService started(Path journal, int port, boolean empty) {
        try {
            KahaDBPersistenceAdapter disk = new KahaDBPersistenceAdapter();
            disk.setDirectory(journal.toFile());
            BrokerService server = new BrokerService();
            server.setPersistenceAdapter(disk);
            server.setDeleteAllMessagesOnStartup(empty);
            server.setUseJmx(false);
            server.setUseShutdownHook(false);
            server.addConnector("tcp://127.0.0.1:" + port);
            server.start();
            server.waitUntilStarted();
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not start", e);
        }
    }

    ConnectionFactory connections() {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    }

    void stop() {
        try {
            server.stop();
            server.waitUntilStopped();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }

    /** With what its journal holds. */
    void startAgain() {
        server = started(journal, port, false);
    }

    @Override
    public void close() {
        stop();
    }
}
