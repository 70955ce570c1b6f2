package dev.svar.http;

import dev.svar.DeskListener;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.store.TicketState;
import dev.svar.store.Tickets;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sends what happens to tickets to one endpoint, signed by the Standard Webhooks specification: one request for each event, in
 * order for each ticket, at least once. A repeated event has the same {@code webhook-id}, so that a receiver can drop it.
 *
 * <p>An endpoint takes an event by answering 2xx. {@code 410 Gone} disables it, by {@link WebhookState}. Whatever else comes of
 * it is a {@link WebhookException} for the desk, which tries again after longer and longer pauses until the work is dead and
 * waits for {@link dev.svar.HelpDesk#replay}; later events of the same ticket wait for it. After {@code Retry-After} nothing is
 * sent to the endpoint before that time, for at most an hour, and waiting for it costs no tries.
 *
 * <p>Messages are told of without their text, unless {@link Builder#texts} is set; the reasons of a category may name words of
 * it. The format is documented in docs/http.md and by
 * the schema {@code webhook-v1.schema.json} beside this class.
 *
 * <p>Safe for use by several threads and by the desks of several tenants. It has no thread and closes nothing.
 */
public final class WebhookListener implements DeskListener {
    /** The most characters of a message's text that are sent; what is longer is cut. */
    public static final int MAX_TEXT_LENGTH = 10_000;

    /** How long one call goes on with further events; the rest follows later, in a call of its own. */
    static final Duration MAX_TURN = Duration.ofMinutes(5);

    private final String name;
    private final Endpoint endpoint;
    private final WebhookSignature signature;
    private final HttpConnections connections;
    private final InstantSource clock;
    private final WebhookState state;
    private final Set<String> types;
    private final Optional<Tickets> texts;
    private final boolean notes;
    private final SentEvents sent = new SentEvents();
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

    private WebhookListener(Builder b) {
        this.name = b.name;
        this.endpoint = b.endpoint;
        this.signature = b.signature;
        this.connections = b.connections;
        this.clock = b.clock;
        this.state = b.state;
        this.types = b.types;
        this.texts = b.texts;
        this.notes = b.notes;
    }

    /**
     * Starts a listener.
     *
     * @param name the endpoint's name: 1 to 40 letters of ASCII, digits, hyphens and underscores; a part of each
     *     {@code webhook-id}, so never changed
     * @param url where to send
     * @param signature signs each request
     * @param connections how to connect
     * @param clock tells the time of each try
     * @return a builder
     * @throws InvalidValueException if the name is none or the URL is not allowed
     */
    public static Builder builder(
            String name, URI url, WebhookSignature signature, HttpConnections connections, InstantSource clock) {
        return new Builder(name, url, signature, connections, clock);
    }

    /** {@return all types of events, in the order of the documentation} */
    public static List<String> eventTypes() {
        return EventShapes.ALL.stream().map(EventShape::type).toList();
    }

    /**
     * Sends events.
     *
     * @throws WebhookException if the endpoint did not take one
     */
    @Override
    public void told(TicketState ticket, List<RecordedEvent> events) {
        TenantId tenant = ticket.ticket().tenant();
        List<RecordedEvent> wanted = events.stream().filter(this::isWanted).toList();
        if (wanted.isEmpty() || state.isDisabled(name)) {
            return;
        }
        Instant end = clock.instant().plus(MAX_TURN);
        for (RecordedEvent event : wanted) {
            if (!sent.contain(tenant, event)) {
                Instant now = clock.instant();
                requireTime(now, end);
                byte[] body = WebhookPayload.of(tenant, ticket.ticket().number(), event, text(tenant, event));
                if (!send(event, body, now)) {
                    return;
                }
                sent.add(tenant, event);
            }
        }
        sent.forget(tenant, ticket.ticket().id());
    }

    private boolean isWanted(RecordedEvent event) {
        return types.contains(EventShapes.of(event.event()).type());
    }

    private void requireTime(Instant now, Instant end) {
        Instant earliest = Objects.requireNonNull(notBefore.get());
        if (now.isBefore(earliest)) {
            throw new WebhookException(name, "", "wants nothing before " + earliest, Optional.of(earliest));
        }
        if (now.isAfter(end)) {
            throw new WebhookException(
                    name,
                    "",
                    "took over " + MAX_TURN.toMinutes() + " minutes so far, the rest follows later",
                    Optional.empty());
        }
    }

    /** {@return false if the endpoint is gone} */
    private boolean send(RecordedEvent event, byte[] body, Instant now) {
        HttpPost post = HttpPost.json(endpoint, body)
                .headers(signature.sign(id(event), now, body).asMap());
        HttpResult result = connections.repeatable(post);
        if (result instanceof HttpResult.Answered answer && answer.status() == HttpVerdict.GONE) {
            state.gone(name, now);
            return false;
        }
        HttpVerdict verdict = HttpVerdict.of(result, HttpVerdict.Peer.DROPS_REPETITIONS);
        if (!verdict.taken()) {
            Optional<Instant> pause = verdict.retryAfter().map(after -> after.at(clock.instant()));
            pause.ifPresent(until -> notBefore.accumulateAndGet(until, WebhookListener::later));
            throw new WebhookException(
                    name, verdict.code(), "event " + event.sequence() + " " + verdict.reason(), pause);
        }
        return true;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String id(RecordedEvent event) {
        return name + "_" + event.ticket() + "_" + event.sequence();
    }

    private Optional<String> text(TenantId tenant, RecordedEvent event) {
        if (event.event() instanceof TicketEvent.MessageAdded added) {
            return text(tenant, event, added.message(), added.role());
        }
        return event.event() instanceof TicketEvent.MessageCopied copied
                ? text(tenant, event, copied.message(), copied.role())
                : Optional.empty();
    }

    private Optional<String> text(TenantId tenant, RecordedEvent event, MessageId message, MessageRole role) {
        return texts.filter(store -> notes || role != MessageRole.NOTE)
                .flatMap(store -> store.message(tenant, event.ticket(), message))
                .map(found -> found.visibleText());
    }

    /** {@return its name and where it sends to, without path and secrets} */
    @Override
    public String toString() {
        return "webhook " + name + " to " + endpoint;
    }

    /** Collects the settings of a listener. Not safe for use by several threads. */
    public static final class Builder {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

        private final String name;
        private final Endpoint endpoint;
        private final WebhookSignature signature;
        private final HttpConnections connections;
        private final InstantSource clock;
        private WebhookState state = WebhookState.inMemory();
        private Set<String> types = Set.copyOf(eventTypes());
        private Optional<Tickets> texts = Optional.empty();
        private boolean notes;

        private Builder(
                String name, URI url, WebhookSignature signature, HttpConnections connections, InstantSource clock) {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidValueException(
                        "webhook.name", "must be 1 to 40 letters of ASCII, digits, hyphens and underscores");
            }
            this.name = name;
            this.endpoint = connections.endpoint("webhook.url", url);
            this.signature = signature;
            this.connections = connections;
            this.clock = clock;
        }

        /**
         * Sends only some types of events.
         *
         * @param only at least one of {@link WebhookListener#eventTypes}; all when not set
         * @return this
         * @throws InvalidValueException if there is none, or one is no type of event
         */
        public Builder types(String... only) {
            Check.range("webhook.types", only.length, 1, EventShapes.ALL.size());
            for (String type : only) {
                if (!eventTypes().contains(type)) {
                    throw new InvalidValueException(
                            "webhook.types", "are " + eventTypes().stream().collect(Collectors.joining(", ")));
                }
            }
            this.types = Set.copyOf(List.of(only));
            return this;
        }

        /**
         * Sends the texts of messages too, as they stand when they are sent, without quoted history and cut to
         * {@value WebhookListener#MAX_TEXT_LENGTH} characters; those of internal notes only with {@link #notes}.
         *
         * @param store where the messages are
         * @return this
         */
        public Builder texts(Tickets store) {
            this.texts = Optional.of(store);
            return this;
        }

        /**
         * Sends the texts of internal notes too, if {@link #texts} is set: only for an endpoint inside the host's own house.
         *
         * @return this
         */
        public Builder notes() {
            this.notes = true;
            return this;
        }

        /**
         * Sets where it is kept that the endpoint is disabled.
         *
         * @param kept {@link WebhookState#inMemory()} when not set
         * @return this
         */
        public Builder state(WebhookState kept) {
            this.state = kept;
            return this;
        }

        /** {@return the listener; give it to {@link dev.svar.HelpDesk.Builder#listener} under a name that never changes} */
        public WebhookListener build() {
            return new WebhookListener(this);
        }
    }
}
