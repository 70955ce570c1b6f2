package dev.svar.http;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * How this module connects: time limits, size limits and where to. One is enough for all webhooks and transports of a host;
 * whoever made it closes it.
 *
 * <ul>
 *   <li>Only https, unless {@link Builder#allowHttp} says otherwise.
 *   <li>Only addresses of the public internet: not this machine, private networks (RFC 1918, RFC 4193), link-local, carrier-grade
 *       NAT, multicast or other special addresses, also when they are written as IPv6 ones. What counts is the address that is
 *       connected to, whatever a name led to before.
 *   <li>Redirects are not followed, cookies are not kept, and there is no proxy unless one is set.
 *   <li>Nothing is sent twice by one call.
 * </ul>
 *
 * <p>Safe for use by several threads; whoever sends waits in a thread of its own. It has no thread: OkHttp keeps two daemon
 * threads for the whole process, which end calls that last too long and close connections that nobody uses.
 */
public final class HttpConnections implements AutoCloseable {
    /** The most bytes that {@link Builder#maxRequestBytes} can be set to. */
    public static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;

    /** The most bytes that {@link Builder#maxResponseBytes} can be set to. */
    public static final int MAX_RESPONSE_BYTES = 1024 * 1024;

    /** The longest time limit. */
    public static final Duration MAX_TIMEOUT = Duration.ofMinutes(5);

    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

    /** Shorter than servers usually wait, so that they seldom end a connection just when it is used again. */
    private static final Duration IDLE = Duration.ofSeconds(3);

    private static final int MAX_IDLE_CONNECTIONS = 20;
    private static final int MAX_REASON_LENGTH = 300;

    private final OkHttpClient kept;
    private final OkHttpClient single;
    private final boolean clearText;
    private final Predicate<InetAddress> allowed;
    private final int maxRequestBytes;
    private final int maxResponseBytes;

    private HttpConnections(Builder b) {
        this.clearText = b.clearText;
        this.allowed = b.allowed;
        this.maxRequestBytes = b.maxRequestBytes;
        this.maxResponseBytes = b.maxResponseBytes;
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(
                        clearText
                                ? List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT)
                                : List.of(ConnectionSpec.MODERN_TLS))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                // It would try several addresses at once, in threads.
                .fastFallback(false)
                .proxy(b.proxy)
                .dns(b.names)
                .connectTimeout(b.connectTimeout)
                .readTimeout(b.readTimeout)
                .writeTimeout(b.readTimeout)
                .callTimeout(b.callTimeout);
        if (b.proxy.type() == Proxy.Type.DIRECT) {
            client.socketFactory(new GuardedSockets(allowed));
        }
        b.tls.ifPresent(tls -> client.sslSocketFactory(tls.context().getSocketFactory(), tls.trust()));
        this.kept = client.connectionPool(
                        new ConnectionPool(MAX_IDLE_CONNECTIONS, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .build();
        this.single = client.connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .build();
    }

    /** {@return a builder; what is not set keeps the value that is named there} */
    public static Builder builder() {
        return new Builder();
    }

    /** Ends the connections that are kept. What is used again afterwards makes new ones. */
    @Override
    public void close() {
        kept.connectionPool().evictAll();
        single.connectionPool().evictAll();
    }

    Endpoint endpoint(String field, URI url) {
        return Endpoint.of(field, url, clearText, allowed);
    }

    /** Sends over a connection that may have been used before. If that has just ended, it may seem as if nobody answered. */
    HttpResult repeatable(HttpPost post) {
        return send(post, kept);
    }

    /** Sends over a connection of its own, so that it is as certain as can be whether the other side has it. */
    HttpResult once(HttpPost post) {
        return send(post, single);
    }

    private HttpResult send(HttpPost post, OkHttpClient client) {
        if (post.size() > maxRequestBytes) {
            return new HttpResult.TooLarge(post.size(), maxRequestBytes);
        }
        RequestProgress progress = new RequestProgress();
        try (Response response = client.newCall(post.request(progress)).execute()) {
            Optional<RetryAfter> retryAfter =
                    Optional.ofNullable(response.header("Retry-After")).flatMap(RetryAfter::read);
            return new HttpResult.Answered(response.code(), retryAfter, post.answerMatters() ? body(response) : "");
        } catch (IOException e) {
            return progress.mayBeTaken()
                    ? new HttpResult.Unanswered(words(e))
                    : new HttpResult.NotSent(words(e), progress.wasOffered());
        }
    }

    private String body(Response response) {
        try (InputStream in = response.body().byteStream()) {
            byte[] bytes = in.readNBytes(maxResponseBytes + 1);
            return bytes.length > maxResponseBytes ? "" : new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            // The status has come, and it says what became of the request.
            return "";
        }
    }

    private static String words(IOException e) {
        // What OkHttp says of an answer that is none repeats it, and that may be what was sent.
        String said = e instanceof ProtocolException ? "it is not readable" : e.getMessage();
        String text = e.getClass().getSimpleName() + ": " + said;
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(MAX_REASON_LENGTH)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** Collects the settings. Not safe for use by several threads. */
    public static final class Builder {
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration readTimeout = Duration.ofSeconds(10);
        private Duration callTimeout = Duration.ofSeconds(15);
        private int maxRequestBytes = 256 * 1024;
        private int maxResponseBytes = 64 * 1024;
        private boolean clearText;
        private Predicate<InetAddress> allowed = PublicAddresses::contain;
        private Proxy proxy = Proxy.NO_PROXY;
        private Dns names = Dns.SYSTEM;
        private Optional<Tls> tls = Optional.empty();

        private record Tls(SSLContext context, X509TrustManager trust) {}

        private Builder() {}

        /**
         * Sets how long to wait for a connection.
         *
         * @param timeout at most {@link #MAX_TIMEOUT}; five seconds when not set
         * @return this
         * @throws InvalidValueException if it is not within bounds
         */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = checked("http.connectTimeout", timeout);
            return this;
        }

        /**
         * Sets how long to wait for each piece of an answer, and for each piece of a request to go.
         *
         * @param timeout at most {@link #MAX_TIMEOUT}; ten seconds when not set
         * @return this
         * @throws InvalidValueException if it is not within bounds
         */
        public Builder readTimeout(Duration timeout) {
            this.readTimeout = checked("http.readTimeout", timeout);
            return this;
        }

        /**
         * Sets how long all of it may last, from looking up the name to the end of the answer, however slowly it comes. Looking
         * up a name cannot be broken off: if the platform takes longer for it, so does the call, and then nothing is sent.
         *
         * @param timeout at most {@link #MAX_TIMEOUT}; 15 seconds when not set
         * @return this
         * @throws InvalidValueException if it is not within bounds
         */
        public Builder callTimeout(Duration timeout) {
            this.callTimeout = checked("http.callTimeout", timeout);
            return this;
        }

        /**
         * Sets how much may be sent at once. What has more is not sent, and that is permanent.
         *
         * @param bytes from 1024 to {@value #MAX_REQUEST_BYTES}; 256 KiB when not set
         * @return this
         * @throws InvalidValueException if it is not within bounds
         */
        public Builder maxRequestBytes(int bytes) {
            this.maxRequestBytes = (int) Check.range("http.maxRequestBytes", bytes, 1024, MAX_REQUEST_BYTES);
            return this;
        }

        /**
         * Sets how much of an answer is read. Of one that is longer only the status counts.
         *
         * @param bytes from 1 to {@value #MAX_RESPONSE_BYTES}; 64 KiB when not set
         * @return this
         * @throws InvalidValueException if it is not within bounds
         */
        public Builder maxResponseBytes(int bytes) {
            this.maxResponseBytes = (int) Check.range("http.maxResponseBytes", bytes, 1, MAX_RESPONSE_BYTES);
            return this;
        }

        /**
         * Allows URLs of http, which anybody on the way can read and change.
         *
         * @return this
         */
        public Builder allowHttp() {
            this.clearText = true;
            return this;
        }

        /**
         * Allows more addresses than the public ones, for example one server inside the host's own network.
         *
         * @param more says of an address that is not a public one whether it may be connected to; called by any thread
         * @return this
         */
        public Builder allowAddresses(Predicate<InetAddress> more) {
            Predicate<InetAddress> before = allowed;
            this.allowed = address -> before.test(address) || more.test(address);
            return this;
        }

        /**
         * Sends everything through a proxy. It is the proxy then that looks up names and connects, so keeping out of private
         * networks is up to it.
         *
         * @param through none when not set, also if the platform has one
         * @return this
         */
        public Builder proxy(Proxy through) {
            this.proxy = through;
            return this;
        }

        /**
         * Sets whom to trust.
         *
         * @param context the platform's when not set
         * @param trust the trust manager that the context was made with
         * @return this
         */
        public Builder tls(SSLContext context, X509TrustManager trust) {
            this.tls = Optional.of(new Tls(context, trust));
            return this;
        }

        /** Sets who looks up names. */
        Builder names(Dns system) {
            this.names = system;
            return this;
        }

        /** {@return the connections; none is made yet} */
        public HttpConnections build() {
            return new HttpConnections(this);
        }

        private static Duration checked(String field, Duration timeout) {
            if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
                throw new InvalidValueException(
                        field, "is " + timeout + ", it must be from " + MIN_TIMEOUT + " to " + MAX_TIMEOUT);
            }
            return timeout;
        }
    }
}
