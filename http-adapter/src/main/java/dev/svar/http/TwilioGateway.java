package dev.svar.http;

import dev.svar.contact.Address;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.SendOutcome;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Twilio's interface of 2010, which others have copied: a form to {@code /2010-04-01/Accounts/{sid}/Messages.json}. The reference of
 * what was accepted is Twilio's message sid; the code of what was not is Twilio's error code. A 5xx other than 503 does not say
 * whether the message was taken, so it is uncertain. Thread-safe.
 */
public final class TwilioGateway implements SmsGateway {
    /** The part of the query of the status callback that names the delivery. */
    static final String DELIVERY = "svar";

    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{2,64}");

    private final Endpoint endpoint;
    private final String authorization;
    private final String from;
    private final Optional<Endpoint> statusCallback;
    private final HttpConnections connections;

    private TwilioGateway(Builder b) {
        this.endpoint = b.connections.endpoint(
                "twilio.url", URI.create(b.url + "/2010-04-01/Accounts/" + b.sid + "/Messages.json"));
        String pair = b.sid + ":" + b.token;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        this.from = b.from;
        this.statusCallback = b.statusCallback;
        this.connections = b.connections;
    }

    /**
     * Starts a gateway.
     *
     * @param accountSid the account's sid
     * @param authToken the account's token; it appears in no message and no log
     * @param from whom messages are said to be from: a number of 3 to 15 digits, or 1 to 11 letters, digits and spaces
     * @param connections how to connect
     * @return a builder
     * @throws InvalidValueException if one of them is not allowed
     */
    public static Builder builder(String accountSid, String authToken, String from, HttpConnections connections) {
        return new Builder(accountSid, authToken, from, connections);
    }

    @Override
    public SendOutcome send(String id, Address to, SmsText text) {
        StringBuilder form = new StringBuilder();
        put(form, "From", from);
        put(form, "To", to.value());
        put(form, "Body", text.text());
        statusCallback.ifPresent(callback ->
                put(form, "StatusCallback", callback.with(DELIVERY, id).url().toString()));
        HttpResult result = connections.once(HttpPost.form(endpoint, form.toString())
                .header("Authorization", authorization)
                .readingTheAnswer());
        GatewayAnswer answer = GatewayAnswer.of(result);
        HttpVerdict verdict = HttpVerdict.of(result, HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING);
        if (verdict.taken()) {
            return verdict.outcomeOfOnlyPeer(answer.word("sid").orElse(""));
        }
        return answer.word("code").map(verdict::saying).orElse(verdict).outcomeOfOnlyPeer("");
    }

    private static void put(StringBuilder form, String name, String value) {
        form.append(form.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** {@return where it sends to, never the account} */
    @Override
    public String toString() {
        return "Twilio at " + endpoint;
    }

    /** Collects the settings of a gateway. Not safe for use by several threads. */
    public static final class Builder {
        private final String sid;
        private final String token;
        private final String from;
        private final HttpConnections connections;
        private String url = "https://api.twilio.com";
        private Optional<Endpoint> statusCallback = Optional.empty();

        private Builder(String accountSid, String authToken, String from, HttpConnections connections) {
            if (!SID.matcher(accountSid).matches()) {
                throw new InvalidValueException("twilio.accountSid", "must be 2 to 64 letters of ASCII and digits");
            }
            this.sid = accountSid;
            this.token = Check.line("twilio.authToken", authToken, TwilioReceipts.MAX_TOKEN_LENGTH);
            this.from = SmsSender.checked(from);
            this.connections = connections;
        }

        /**
         * Sets another place that speaks the same.
         *
         * @param base where its paths begin, without a slash at the end; {@code https://api.twilio.com} when not set
         * @return this
         * @throws InvalidValueException if it is not allowed
         */
        public Builder url(URI base) {
            connections.endpoint("twilio.url", base);
            this.url = base.toString();
            return this;
        }

        /**
         * Asks to be told what becomes of messages, for {@link TwilioReceipts}.
         *
         * @param callback where the host takes them; the delivery is added to its query
         * @return this
         * @throws InvalidValueException if it is not allowed
         */
        public Builder statusCallback(URI callback) {
            this.statusCallback = Optional.of(connections.endpoint("twilio.statusCallback", callback));
            return this;
        }

        /** {@return the gateway} */
        public TwilioGateway build() {
            return new TwilioGateway(this);
        }
    }
}
