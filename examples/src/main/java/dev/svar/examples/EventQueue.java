package dev.svar.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svar.DeskListener;
import dev.svar.store.TicketState;
import dev.svar.ticket.RecordedEvent;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;

/** Puts the events of tickets on a queue. If it fails the desk tells it the same events again. */
record EventQueue(ConnectionFactory broker) implements DeskListener {
    static final String NAME = "ticket-events";

    /** Consumers that share the queue get all messages of a group in order, one consumer at a time. */
    static final String GROUP = "JMSXGroupID";

    /** The same when an event is sent again. */
    static final String EVENT_ID = "eventId";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void told(TicketState ticket, List<RecordedEvent> events) {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageProducer queue = session.createProducer(session.createQueue(NAME))) {
            for (RecordedEvent event : events) {
                TextMessage message = session.createTextMessage(json(ticket, event));
                message.setStringProperty(GROUP, event.ticket().toString());
                message.setStringProperty(EVENT_ID, event.ticket() + "/" + event.sequence());
                queue.send(message);
            }
            session.commit();
        } catch (JMSException e) {
            throw new IllegalStateException("the broker did not take the events", e);
        }
    }

    private static String json(TicketState ticket, RecordedEvent event) {
        return JSON.createObjectNode()
                .put("ticket", ticket.ticket().number().toString())
                .put("sequence", event.sequence())
                .put("at", event.at().toString())
                .put("event", event.event().getClass().getSimpleName())
                .toString();
    }
}
