package dev.svar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookSignatureTest {
    /** The example of the Standard Webhooks specification's libraries. */
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static final WebhookSecret OTHER = WebhookSecret.of(new byte[32]);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final WebhookSignature signature = WebhookSignature.with(SECRET);

    @Test
    void it_signs_as_the_specification_does() {
        assertThat(signature.sign(ID, AT, BODY).asMap())
                .containsExactly(
                        Map.entry("webhook-id", ID),
                        Map.entry("webhook-timestamp", "1614265330"),
                        Map.entry("webhook-signature", SIGNATURE));
    }

    @Test
    void what_is_signed_is_genuine_and_what_is_changed_is_forged() {
        WebhookHeaders headers = signature.sign(ID, AT, BODY);

        assertThat(signature.verify(headers, BODY, AT)).isEqualTo(WebhookCheck.GENUINE);
        assertThat(signature.verify(headers, new byte[] {1}, AT)).isEqualTo(WebhookCheck.FORGED);
        assertThat(signature.verify(new WebhookHeaders("other", AT, SIGNATURE), BODY, AT))
                .isEqualTo(WebhookCheck.FORGED);
        assertThat(signature.verify(new WebhookHeaders(ID, AT.plusSeconds(1), SIGNATURE), BODY, AT))
                .isEqualTo(WebhookCheck.FORGED);
        assertThat(WebhookSignature.with(OTHER).verify(headers, BODY, AT)).isEqualTo(WebhookCheck.FORGED);
    }

    @Test
    void while_a_secret_is_changed_either_side_may_know_both() {
        WebhookSignature both = WebhookSignature.with(OTHER, SECRET);

        assertThat(both.sign(ID, AT, BODY).signatures().split(" ")).hasSize(2).contains(SIGNATURE);
        assertThat(signature.verify(both.sign(ID, AT, BODY), BODY, AT)).isEqualTo(WebhookCheck.GENUINE);
        assertThat(both.verify(signature.sign(ID, AT, BODY), BODY, AT)).isEqualTo(WebhookCheck.GENUINE);
    }

    @Test
    void a_timestamp_may_be_as_far_away_as_the_tolerance() {
        WebhookHeaders headers = signature.sign(ID, AT, BODY);
        Duration most = WebhookSignature.TOLERANCE;

        assertThat(signature.verify(headers, BODY, AT.plus(most))).isEqualTo(WebhookCheck.GENUINE);
        assertThat(signature.verify(headers, BODY, AT.plus(most).plusSeconds(1)))
                .isEqualTo(WebhookCheck.TOO_OLD);
        assertThat(signature.verify(headers, BODY, AT.minus(most))).isEqualTo(WebhookCheck.GENUINE);
        assertThat(signature.verify(headers, BODY, AT.minus(most).minusSeconds(1)))
                .isEqualTo(WebhookCheck.TOO_NEW);
        assertThat(signature.tolerating(Duration.ofHours(1)).verify(headers, BODY, AT.plusSeconds(3600)))
                .isEqualTo(WebhookCheck.GENUINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v1,", "v1,%%%", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "nonsense", "v1a,abc ,"})
    void signatures_that_are_none_are_forged(String signatures) {
        assertThat(signature.verify(new WebhookHeaders(ID, AT, signatures), BODY, AT))
                .isEqualTo(WebhookCheck.FORGED);
    }

    @Test
    void more_signatures_than_are_looked_at_do_not_help() {
        String foreign = "v1,AAAA ".repeat(WebhookSignature.MAX_SIGNATURES - 1);

        assertThat(signature.verify(new WebhookHeaders(ID, AT, foreign + SIGNATURE), BODY, AT))
                .isEqualTo(WebhookCheck.GENUINE);
        assertThat(signature.verify(new WebhookHeaders(ID, AT, "v1,AAAA " + foreign + SIGNATURE), BODY, AT))
                .isEqualTo(WebhookCheck.FORGED);
    }

    @Test
    void headers_are_found_in_any_letter_case_and_only_once() {
        Map<String, List<String>> headers = signature.sign(ID, AT, BODY).asMap().entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toUpperCase(java.util.Locale.ROOT), e -> List.of(e.getValue())));
        assertThat(WebhookHeaders.read(headers)).contains(signature.sign(ID, AT, BODY));

        headers.put("webhook-id", List.of("a-second-one"));
        assertThat(WebhookHeaders.read(headers)).isEmpty();
        assertThat(WebhookHeaders.read(Map.of())).isEmpty();
        assertThat(WebhookHeaders.read(Map.of(
                        "webhook-id",
                        List.of("a"),
                        "webhook-timestamp",
                        List.of("now"),
                        "webhook-signature",
                        List.of("x"))))
                .isEmpty();
    }

    @Test
    void a_secret_reads_what_it_writes_and_shows_itself_nowhere_else() {
        assertThat(SECRET.text()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(SECRET + " " + signature).doesNotContain("MfKQ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_%%%%", "whsec_c2hvcnQ=", " "})
    void what_is_no_secret_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("webhook.secret")
                .hasMessageNotContaining("MfKQ")
                .hasMessageNotContaining("c2hv");
    }
}
