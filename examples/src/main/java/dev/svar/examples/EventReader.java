package dev.svar.examples;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A system behind the broker: reads the events, and drops one that it has seen before. */
final class EventReader {
    private static final long PATIENCE_MILLIS = 20_000;

    private final ConnectionFactory broker;
    private final Set<String> seen = new HashSet<>(); // kept with what the events lead to, in a real system
    private int repeated;

    EventReader(ConnectionFactory broker) {
        this.broker = broker;
    }

    /** Waits for as many new events; gives their texts in the order of their arrival. */
    List<String> read(int events) {
        List<String> read = new ArrayList<>();
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageConsumer queue = session.createConsumer(session.createQueue(EventQueue.NAME))) {
            connection.start();
            while (read.size() < events) {
                Message message = queue.receive(PATIENCE_MILLIS);
                if (message == null) {
                    throw new IllegalStateException("only " + read.size() + " of " + events + " events came");
                } else if (seen.add(message.getStringProperty(EventQueue.EVENT_ID))) {
                    read.add(message.getBody(String.class));
                } else {
                    repeated++;
                }
                session.commit();
            }
            return read;
        } catch (JMSException e) {
            throw new IllegalStateException("the broker gave no events", e);
        }
    }

    /** How many different events came so far. */
    int total() {
        return seen.size();
    }

    int repeated() {
        return repeated;
    }
}
