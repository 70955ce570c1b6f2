package dev.svar.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.mail.WinmailDat.Properties;
import dev.svar.message.InboundMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code winmail.dat} as Outlook writes it (MS-OXTNEF, MS-OXRTFCP). */
class TnefTest {
    private static final int BODY = 0x1000;
    private static final int RTF_COMPRESSED = 0x1009;
    private static final int HTML = 0x1013;
    private static final int DISPLAY_NAME = 0x3001;
    private static final int ATTACH_DATA_OBJECT = 0x3701;
    private static final int ATTACH_METHOD = 0x3705;
    private static final int ATTACH_LONG_FILENAME = 0x3707;
    private static final int ATTACH_MIME_TAG = 0x370E;
    private static final int ATTACH_CONTENT_ID = 0x3712;
    private static final int INTERNET_CODE_PAGE = 0x3FDE;
    private static final int INT = 0x0003;
    private static final int BOOLEAN = 0x000B;

    /** The two examples of MS-OXRTFCP, section 3.1. */
    private static final String HELLO =
            "2D0000002B0000004C5A4675F1C5C7A703000A0072637067313235423" + "20AF32068656C090020627705B06C647D0A800FA0";

    private static final String REPEATED = "1A0000001C0000004C5A4675E2D44B51410004205758595A0D6E7D010EB0";

    @Test
    void compressed_rich_text_is_expanded_as_its_specification_shows() {
        assertThat(CompressedRtf.expand(HexFormat.of().parseHex(HELLO)))
                .contains("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        assertThat(CompressedRtf.expand(HexFormat.of().parseHex(REPEATED))).contains("{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
    }

    /** Properties of all shapes stand before those that are wanted. */
    private static Properties properties() {
        return new Properties()
                .number(BOOLEAN, 0x0E1B, 1)
                .time(0x0039, 133_772_256_000_000_000L)
                .named("x-header", "a value")
                .texts(0x101F, "several", "values of odd length")
                .number(INT, 0x0017, 1);
    }

    @Test
    void the_text_of_outlook_is_the_text_of_a_mail_that_has_no_other() {
        byte[] rtf = HexFormat.of().parseHex(HELLO);
        byte[] tnef = new WinmailDat(1252)
                .message(
                        WinmailDat.MESSAGE_PROPERTIES,
                        properties().binary(RTF_COMPRESSED, rtf).bytes())
                .bytes();
        assertThat(read(tnef, Optional.empty()).fullText()).isEqualTo("hello world");
        assertThat(read(tnef, Optional.of("What the mail says")).fullText()).isEqualTo("What the mail says");
    }

    @ParameterizedTest
    @CsvSource({
        "1252, windows-1252, Blåbærsyltetøy",
        "1251, windows-1251, Счёт",
        "932, windows-31j, 請求書",
        "65001, utf-8, Счёт"
    })
    void text_is_read_by_the_code_page_that_is_named(int page, String set, String text) {
        byte[] asAttribute = new WinmailDat(page)
                .message(WinmailDat.BODY, (text + "\0").getBytes(Charset.forName(set)))
                .bytes();
        byte[] asProperty = new WinmailDat(page)
                .message(
                        WinmailDat.MESSAGE_PROPERTIES,
                        properties().text(BODY, text, Charset.forName(set)).bytes())
                .bytes();
        assertThat(read(asAttribute, Optional.empty()).fullText()).isEqualTo(text);
        assertThat(read(asProperty, Optional.empty()).fullText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1251, windows-1251, Счёт",
        "20866, koi8-r, Счёт",
        "28592, iso-8859-2, Żółć",
        "65001, utf-8, Счёт",
        "50220, iso-2022-jp, 請求書"
    })
    void html_is_read_by_the_code_page_of_the_internet(int page, String set, String text) {
        String html = "<html><body><p>" + text + "</p></body></html>";
        byte[] tnef = new WinmailDat(1252)
                .message(
                        WinmailDat.MESSAGE_PROPERTIES,
                        properties()
                                .number(INT, INTERNET_CODE_PAGE, page)
                                .binary(HTML, html.getBytes(Charset.forName(set)))
                                .bytes())
                .bytes();
        InboundMessage mail = read(tnef, Optional.empty());
        assertThat(mail.fullText()).isEqualTo(text);
        assertThat(mail.html()).hasValueSatisfying(shown -> assertThat(shown).contains(text));
    }

    @Test
    void files_come_out_byte_for_byte_under_their_long_names() {
        byte[] everyByte = new byte[70_001];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) (i * 31);
        }
        byte[] inner = new WinmailDat(1252)
                .message(WinmailDat.BODY, "an earlier mail\0".getBytes(US_ASCII))
                .bytes();
        byte[] tnef = new WinmailDat(1252)
                .message(
                        WinmailDat.MESSAGE_PROPERTIES,
                        properties().unicode(BODY, "See the files, Жанна").bytes())
                .file("AVTALE~1.PDF", everyByte, properties().unicode(ATTACH_LONG_FILENAME, "avtale år 2026.pdf"))
                .file(
                        "IMAGE001.PNG",
                        new byte[] {1},
                        properties()
                                .unicode(ATTACH_MIME_TAG, "image/png")
                                .unicode(ATTACH_CONTENT_ID, "image001.png@01DA0000.00000000"))
                .file("EMPTY.TXT", new byte[0], new Properties())
                .mail(properties()
                        .number(INT, ATTACH_METHOD, 5)
                        .unicode(DISPLAY_NAME, "An earlier mail")
                        .object(ATTACH_DATA_OBJECT, inner))
                .bytes();
        InboundMessage mail = read(tnef, Optional.empty());
        assertThat(mail.fullText()).isEqualTo("See the files, Жанна");
        assertThat(mail.attachments())
                .extracting(file -> file.name())
                .containsExactly("avtale år 2026.pdf", "IMAGE001.PNG", "EMPTY.TXT", "An earlier mail");
        assertThat(mail.contents().get(0).bytes()).isEqualTo(everyByte);
        assertThat(mail.attachments().get(1).contentType()).isEqualTo("image/png");
        assertThat(mail.attachments().get(1).contentId()).contains("image001.png@01DA0000.00000000");
        assertThat(mail.contents().get(2).bytes()).isEmpty();
        assertThat(mail.contents().get(3).bytes()).isEqualTo(inner);
    }

    @Test
    void the_mail_with_a_winmail_dat_is_kept_byte_for_byte() {
        byte[] raw = raw(
                new WinmailDat(1252)
                        .file("A.TXT", new byte[] {7}, new Properties())
                        .bytes(),
                Optional.of("x"));
        assertThat(Mails.read(raw).raw().bytes()).isEqualTo(raw);
    }

    private static InboundMessage read(byte[] tnef, Optional<String> text) {
        return Mails.read(raw(tnef, text));
    }

    /** As Exchange sends it. */
    private static byte[] raw(byte[] tnef, Optional<String> text) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(Mails.raw("From: kari@kunde.example\nMIME-Version: 1.0\nX-MS-TNEF-Correlator:\n"
                + "Content-Type: multipart/mixed; boundary=\"_000_\"\n\n"));
        text.ifPresent(words -> raw.writeBytes(
                Mails.raw("--_000_\nContent-Type: text/plain; charset=\"us-ascii\"\n\n" + words + "\n\n")));
        raw.writeBytes(Mails.raw("--_000_\nContent-Type: application/ms-tnef; name=\"winmail.dat\"\n"
                + "Content-Disposition: attachment; filename=\"winmail.dat\"\nContent-Transfer-Encoding: base64\n\n"));
        raw.writeBytes(Base64.getMimeEncoder().encode(tnef));
        raw.writeBytes("\r\n--_000_--\r\n".getBytes(UTF_8));
        return raw.toByteArray();
    }
}
