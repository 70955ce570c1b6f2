package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms from before MIME or beside it, and character sets under narrow or wrong names. */
class OldFormsTest {
    private static final String FROM = "From: a@x.example\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gb2312         | gb18030            | 镕
            ks_c_5601-1987 | x-windows-949      | 똠
            iso-8859-1     | windows-1252       | €
            iso-8859-1     | utf-8              | Spørsmål
            utf-8          | windows-1252       | Spørsmål
            iso-8859-9     | windows-1254       | ş€
            shift_jis      | windows-31j        | ①
            iso-2022-jp    | iso-2022-jp        | 日本
            koi8-r         | koi8-r             | Привет
            big5           | x-windows-950      | 碁銹
            """)
    void text_is_read_by_the_set_that_its_name_is_used_for(String name, String really, String text) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(
                (FROM + "Content-Type: text/plain; charset=" + name + "\n\n").getBytes(StandardCharsets.US_ASCII));
        raw.writeBytes(text.getBytes(Charset.forName(really)));

        assertThat(Mails.read(raw.toByteArray()).fullText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hei +AOU- og +-1 | Hei å og +1
            +ZeVnLIqe-       | 日本語
            +                | +
            +A               | ''
            """)
    void utf_7_is_read(String raw, String text) {
        assertThat(Utf7.decode(raw.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
        assertThat(Mails.read(FROM + "Content-Type: text/plain; charset=UTF-7\n\n.+AOU-")
                        .fullText())
                .isEqualTo(".å");
    }

    @Test
    void uuencoded_files_are_taken_out_of_the_text() {
        InboundMessage mail = Mails.read(FROM + "\nSee below\n\nbegin 644 cat.txt\n#0V%T\n`\nend\nBye\n");

        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().get(0).name()).isEqualTo("cat.txt");
        assertThat(mail.contents().get(0).bytes()).isEqualTo("Cat".getBytes(StandardCharsets.US_ASCII));
        assertThat(mail.fullText()).isEqualTo("See below\n\nBye");
    }

    @Test
    void text_that_only_begins_like_a_file_stays() {
        String text = "begin 644 words\nwe go on, and say more than sixty lines\nof no code";
        assertThat(Mails.read(FROM + "\n" + text).fullText()).isEqualTo(text);
        assertThat(Mails.read(FROM + "\n" + text).attachments()).isEmpty();
    }

    @Test
    void yenc_is_refused_politely() {
        InboundMessage mail =
                Mails.read(FROM + "\nHere\n=ybegin line=128 size=3 name=cat.jpg\n\u00ab\u00cd\n=yend size=3\nBye");

        assertThat(mail.fullText())
                .isEqualTo("Here\n[The file cat.jpg came in yEnc, which cannot be read from mail]\nBye");
    }

    @Test
    void an_invitation_without_text_tells_what_it_is_about() {
        InboundMessage mail = Mails.read(FROM + "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n"
                + "BEGIN:VEVENT\nSUMMARY:Talk about\n  the order\\, again\nDTSTART:20270104T090000Z\nEND:VEVENT\n");

        assertThat(mail.fullText()).isEqualTo("Talk about the order, again, 20270104T090000Z");
        assertThat(mail.attachments().get(0).name()).endsWith(".ics");
    }

    @Test
    void winmail_dat_is_unpacked() {
        byte[] tnef = tnef(
                attribute(0x0002800C, "The text\0".getBytes(StandardCharsets.US_ASCII)),
                attribute(0x00069002, new byte[14]),
                attribute(0x00018010, "report.txt\0".getBytes(StandardCharsets.US_ASCII)),
                attribute(0x0006800F, "1,2".getBytes(StandardCharsets.US_ASCII)));
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(
                (FROM + "Content-Type: application/ms-tnef; name=winmail.dat\n\n").getBytes(StandardCharsets.US_ASCII));
        raw.writeBytes(tnef);
        InboundMessage mail = Mails.read(raw.toByteArray());

        assertThat(mail.fullText()).isEqualTo("The text");
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().get(0).name()).isEqualTo("report.txt");
        assertThat(mail.contents().get(0).bytes()).isEqualTo("1,2".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void broken_winmail_dat_is_a_file_or_unpacked_as_far_as_it_goes() {
        byte[] tnef = tnef(attribute(0x00069002, new byte[14]), attribute(0x00069005, new byte[] {9, 9, 9, 9, 1}));
        for (int length = 0; length <= tnef.length; length++) {
            byte[] cut = Arrays.copyOf(tnef, length);
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            raw.writeBytes((FROM + "Content-Type: application/ms-tnef\n\n").getBytes(StandardCharsets.US_ASCII));
            raw.writeBytes(cut);
            assertThat(MailInspector.standard().inspect(raw.toByteArray()).problem())
                    .as("%s bytes", length)
                    .isEmpty();
        }
    }

    @Test
    @Timeout(30)
    void a_property_of_billions_of_nothings_is_passed_over() {
        byte[] nothings = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .putShort((short) 0x1001)
                .putShort((short) 1)
                .putInt(Integer.MAX_VALUE)
                .array();
        byte[][] attributes = Stream.generate(() -> attribute(0x00069003, nothings))
                .limit(100)
                .toArray(byte[][]::new);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes((FROM + "Content-Type: application/ms-tnef\n\n").getBytes(StandardCharsets.US_ASCII));
        raw.writeBytes(tnef(attributes));

        assertThat(MailInspector.standard().inspect(raw.toByteArray()).problem())
                .isEmpty();
    }

    @Test
    void rich_text_is_read_as_plain() {
        assertThat(RtfText.of("{\\rtf1{\\fonttbl Arial;}Hei \\'e5 \\u230?\\par {\\b Bye}\\~now{\\*\\x hidden}}"))
                .isEqualTo("Hei å æ\nBye now");
    }

    private static byte[] attribute(int id, byte[] value) {
        return ByteBuffer.allocate(11 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .putInt(id)
                .putInt(value.length)
                .put(value)
                .putShort((short) 0)
                .array();
    }

    private static byte[] tnef(byte[]... attributes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x78, (byte) 0x9F, 0x3E, 0x22, 1, 0});
        for (byte[] attribute : attributes) {
            out.writeBytes(attribute);
        }
        return out.toByteArray();
    }
}
