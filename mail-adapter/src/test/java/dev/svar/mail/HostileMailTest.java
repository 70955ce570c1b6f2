package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import dev.svar.message.Incoming;
import dev.svar.message.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, there is an answer. The time limit is for hangs only. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileMailTest {
    private static final String FROM = "From: a@x.example\n";
    private static final String DAEMON = "Return-Path: <>\nFrom: mailer-daemon@x.example\nSubject: failure notice\n\n";
    private static final String READABLE = "readable";

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("nothing", "", "has no header"),
                Arguments.of("blank", " \r\n\r\n", "has no header"),
                Arguments.of("zero bytes", "\0".repeat(100_000), "has no header"),
                Arguments.of("no header", "\n\njust text without any header", "has no header"),
                Arguments.of("no sender", "Subject: x\n\ntext", "names no sender"),
                Arguments.of("one long line", "x".repeat(5_000_000), "has no header"),
                Arguments.of("nested multiparts", nested(5_000), "is nested more than 50 levels deep"),
                Arguments.of("nested mails", FROM + "Content-Type: message/rfc822\n\n".repeat(5_000), READABLE),
                Arguments.of("many parts", multipart("--b\n\n".repeat(100_000)), "has more than 1000 parts"),
                Arguments.of("many boundaries", multipart("--x\n".repeat(1_000_000)), READABLE),
                Arguments.of(
                        "many addresses",
                        FROM + "To: " + "a@b.example,".repeat(100_000) + "\n\nx",
                        "has a header of more than 262144 bytes"),
                Arguments.of("many short addresses", FROM + "To: " + "a@b,".repeat(50_000) + "\n\nx", READABLE),
                Arguments.of("different addresses", FROM + "To: " + addresses(10_000) + "\n\nx", READABLE),
                Arguments.of("open comments", FROM + "To: " + "(".repeat(200_000) + "\n\nx", READABLE),
                Arguments.of("open quotes", FROM + "To: " + "\"<".repeat(100_000) + "\n\nx", READABLE),
                Arguments.of("open angles", FROM + "References: " + "<".repeat(200_000) + ">\n\nx", READABLE),
                Arguments.of("many angles", FROM + "References: " + "<a><".repeat(50_000) + ">\n\nx", READABLE),
                Arguments.of("open words", FROM + "Subject: " + "=?".repeat(100_000) + "\n\nx", READABLE),
                Arguments.of("half words", FROM + "Subject: " + "=?a?q?".repeat(40_000) + "\n\nx", READABLE),
                Arguments.of(
                        "parameters", FROM + "Content-Type: text/plain;" + " a=b;".repeat(40_000) + "\n\nx", READABLE),
                Arguments.of("pieces", FROM + "Content-Type: text/plain" + pieces(20_000) + "\n\nx", READABLE),
                Arguments.of("quotes", FROM + "Content-Type: a/b;" + "x=\"".repeat(60_000) + "\n\nx", READABLE),
                Arguments.of(
                        "huge header",
                        FROM + "X: " + "x".repeat(300_000) + "\n\nx",
                        "has a header of more than 262144 bytes"),
                Arguments.of("many fields", FROM + "a:\n".repeat(80_000) + "\nx", READABLE),
                Arguments.of(
                        "huge part header",
                        multipart("--b\nX: " + "x".repeat(300_000) + "\n\nx\n--b--\n"),
                        "has a header of more than 262144 bytes"),
                Arguments.of("short lines", FROM + "\n" + "a \n".repeat(50_000), READABLE),
                Arguments.of(
                        "flowed lines",
                        FROM + "Content-Type: text/plain; format=flowed\n\n" + "a \n".repeat(200_000),
                        READABLE),
                Arguments.of("quoted lines", FROM + "\n" + "> x\n".repeat(300_000), READABLE),
                Arguments.of("deep quotes", FROM + "\n" + ">".repeat(1_000_000), READABLE),
                Arguments.of("half attributions", FROM + "\n" + "On 1 wrote\n".repeat(100_000), READABLE),
                Arguments.of("half header blocks", FROM + "\n" + "From: a\n".repeat(100_000), READABLE),
                Arguments.of("blank lines", FROM + "\n" + "\n".repeat(2_000_000) + "x", READABLE),
                Arguments.of("deep html", html("<div>".repeat(300_000)), READABLE),
                Arguments.of("deep quotes in html", html("<blockquote>x".repeat(100_000)), READABLE),
                Arguments.of("nested links", html("<a href=https://x.example/><object>x".repeat(40_000)), READABLE),
                Arguments.of("open tags", html("<b id=1><i>".repeat(150_000) + "<p>x".repeat(1_000)), READABLE),
                Arguments.of("tables", html("<table><tr><td>".repeat(60_000)), READABLE),
                Arguments.of("a report of at signs", DAEMON + "not delivered\n" + "@".repeat(200_000), READABLE),
                Arguments.of("a report of pairs", DAEMON + "not delivered\n" + "a@".repeat(100_000), READABLE),
                Arguments.of("a report on many", DAEMON + "not delivered\n" + addressLines(50_000), READABLE),
                Arguments.of("half files", FROM + "\n" + "begin 644 x\nM\n".repeat(100_000), READABLE),
                Arguments.of("half yenc", FROM + "\n" + "=ybegin line=1 name=x\n".repeat(60_000), READABLE),
                Arguments.of(
                        "soft breaks",
                        FROM + "Content-Transfer-Encoding: quoted-printable\n\n" + "= \t".repeat(500_000),
                        READABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void every_bomb_is_answered(String name, String mail, String expected) {
        Incoming incoming = Mails.READER.read(mail.getBytes(StandardCharsets.ISO_8859_1));
        String answer = incoming instanceof UnreadableMessage unreadable ? unreadable.reason() : READABLE;
        assertThat(answer).as(name).isEqualTo(expected);
    }

    @Test
    void a_mail_over_the_size_is_not_parsed() {
        assertThat(Mails.whyNot(new byte[MailReader.MAX_RAW_BYTES + 1]))
                .isEqualTo("is 31457281 bytes long, at most 31457280 bytes are read");
    }

    @Test
    void a_crowd_of_recipients_is_cut() {
        assertThat(Mails.read(FROM + "To: " + addresses(5_000) + "\n\nx").recipients())
                .hasSize(InboundMessage.MAX_RECIPIENTS);
    }

    @Test
    void long_text_is_cut_and_its_raw_form_kept() {
        InboundMessage mail = Mails.read(FROM + "\n" + "line of text\n".repeat(250_000));
        assertThat(mail.fullText()).hasSizeLessThanOrEqualTo(2_000_000).hasSizeGreaterThan(1_999_000);
        assertThat(mail.raw().ref().size()).isGreaterThan(3_000_000);
    }

    @Test
    void a_crowd_of_files_is_cut() {
        String mail = multipart("--b\nContent-Type: image/png; name=x.png\n\nx\n".repeat(900));
        assertThat(Mails.read(mail).attachments()).hasSize(500);
    }

    @Test
    void random_damage_never_throws() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] good = Mails.raw(
                FROM + "To: =?utf-8?q?x?= <b@x.example>\nContent-Type: multipart/mixed; boundary=\"b\"\n\n"
                        + "--b\nContent-Type: text/html; charset=utf-7\nContent-Transfer-Encoding: base64\n\nPGI+eA==\n"
                        + "--b\nContent-Type: message/delivery-status\n\nA: b\n\nFinal-Recipient: rfc822; x@y.example\n--b--\n");
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = good.clone();
            for (int n = random.nextInt(12); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Incoming incoming = Mails.READER.read(damaged);
            String answer = incoming instanceof UnreadableMessage u ? u.reason() : "";
            assertThat(answer).as("seed %s, round %s", seed, i).doesNotContain("could not be read");
        }
    }

    private static String multipart(String body) {
        return FROM + "Content-Type: multipart/mixed; boundary=b\n\n" + body;
    }

    private static String html(String body) {
        return FROM + "Content-Type: text/html\n\n" + body;
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder(FROM);
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return mail.append("\nx").toString();
    }

    private static String addresses(int count) {
        return String.join(
                ", ",
                IntStream.range(0, count).mapToObj(i -> "a" + i + "@b.example").toList());
    }

    private static String addressLines(int count) {
        return String.join(
                "\n",
                IntStream.range(0, count)
                        .mapToObj(i -> "<a" + i + "@b.example>:\n550 no")
                        .toList());
    }

    private static String pieces(int count) {
        return String.join(
                "", IntStream.range(0, count).mapToObj(i -> ";a*" + i + "=b").toList());
    }
}
