package dev.svar.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class SmsReceiptTest {
    private static final String ID = "<svar.1@desk.example>";
    private static final URI URL = URI.create("https://desk.example/receipts?svar=%3Csvar.1%40desk.example%3E");
    private static final String BODY = "MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30003&To=%2B4799887766";

    private static String signature(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("token".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void twilio_is_believed_if_it_signed_the_url_and_the_sorted_form() throws Exception {
        TwilioReceipts receipts = TwilioReceipts.signedWith("token");
        String signature =
                signature(URL + "ErrorCode30003" + "MessageSidSM1" + "MessageStatusundelivered" + "To+4799887766");

        SmsReceipt receipt = receipts.read(URL, BODY, signature).orElseThrow();
        assertThat(receipt)
                .isEqualTo(new SmsReceipt(ID, Address.phone("+4799887766"), SmsReceipt.State.FAILED, "30003"));
        assertThat(receipts.read(URL, BODY.replace("30003", "1"), signature)).isEmpty();
        assertThat(receipts.read(URI.create(URL + "1"), BODY, signature)).isEmpty();
        assertThat(receipts.read(URL, BODY, "%")).isEmpty();
        assertThat(TwilioReceipts.signedWith("other").read(URL, BODY, signature))
                .isEmpty();
    }

    @Test
    void the_plain_form_is_read() {
        String json = "{\"id\":\"" + ID + "\",\"to\":\"+4799887766\",\"state\":\"delivered\"}";

        assertThat(SmsReceipt.readJson(json))
                .contains(new SmsReceipt(ID, Address.phone("+4799887766"), SmsReceipt.State.DELIVERED, ""));
        assertThat(SmsReceipt.readJson(json.replace("delivered", "eaten"))).isEmpty();
        assertThat(SmsReceipt.readJson(json.replace("+47", "47"))).isEmpty();
        assertThat(SmsReceipt.readJson("nonsense")).isEmpty();
        assertThat(SmsReceipt.readJson("")).isEmpty();
    }
}
