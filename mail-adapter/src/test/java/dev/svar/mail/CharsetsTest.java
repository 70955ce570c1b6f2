package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            iso-8859-1,  windows-1252
            iso-8859-9,  windows-1254
            gb2312,      GB18030
            gbk,         GB18030
            shift_jis,   windows-31j
            euc-kr,      x-windows-949
            big5,        x-windows-950
            iso-2022-jp, x-windows-iso2022jp
            tis-620,     x-windows-874
            """)
    void every_name_of_a_narrow_set_is_read_as_the_wider_one(String narrow, String wide) {
        assertThat(Charset.forName(narrow).aliases())
                .isNotEmpty()
                .allSatisfy(alias -> assertThat(Charsets.named(alias.toUpperCase(Locale.ROOT)))
                        .contains(Charset.forName(wide)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            x-sjis,        windows-31j,     ①㈱
            cp932,         windows-31j,     ①㈱
            MS932,         windows-31j,     ①㈱
            euc-cn,        GB18030,         镕你好
            gb_2312,       GB18030,         镕你好
            chinese,       GB18030,         镕你好
            cp936,         GB18030,         镕你好
            ksc5601-1987,  x-windows-949,   안녕똠
            cp949,         x-windows-949,   안녕똠
            korean,        x-windows-949,   안녕똠
            uhc,           x-windows-949,   안녕똠
            csBig5,        x-windows-950,   你好
            cp950,         x-windows-950,   你好
            big5-hkscs,    Big5-HKSCS,      你好
            ujis,          x-eucJP-Open,    ①こんにちは
            iso2022jp,     x-windows-iso2022jp, ①こんにちは
            latin5,        windows-1254,    İş “a”
            iso_8859-1,    windows-1252,    “Hi” €
            iso88591,      windows-1252,    “Hi” €
            x-cp1251,      windows-1251,    Привет
            win-1251,      windows-1251,    Привет
            cp-850,        IBM850,          Grüße
            iso-8859-8-e,  ISO-8859-8,      שלום
            koi8-ru,       KOI8-U,          Привіт
            utf-8-sig,     UTF-8,           Grüße
            utf8mb4,       UTF-8,           Grüße
            cp65001,       UTF-8,           Grüße
            iso-8859-15,   ISO-8859-15,     Grüße €
            """)
    void names_are_known_however_mail_writes_them(String name, String set, String text) {
        assertThat(Charsets.decode(text.getBytes(Charset.forName(set)), name)).isEqualTo(text);
    }

    @Test
    void text_that_is_broken_is_still_in_the_named_set() {
        byte[] broken = {(byte) 0xC3, (byte) 0xBC, (byte) 0xFF};
        for (String name : new String[] {"utf-8-sig", "utf_8", "utf8mb4", "unicode-1-1-utf-8", "x-unicode20utf8"}) {
            assertThat(Charsets.decode(broken, name)).as(name).isEqualTo("ü\uFFFD");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1251  | Привет, как дела? Где мой заказ?
            koi8-r        | Привет, как дела? Где мой заказ?
            koi8-u        | Доброго дня! Не можу увійти до кабінету.
            GBK           | 你好，我的订单在哪里？
            EUC-JP        | こんにちは、注文はどこですか
            windows-31j   | こんにちは、注文はどこですか
            x-windows-949 | 안녕하세요, 주문은 어디에 있습니까?
            x-windows-949 | 환불 부탁드립니다
            Big5          | 你好，我的訂單在哪裡？
            windows-1252  | Grüße aus Köln, “schöne” Füße
            windows-1252  | éééé à é
            windows-1252  | àèìòù
            windows-1252  | ÉÉÉÉÉÉ!!!
            windows-1252  | ààà èèè ééé
            """)
    void text_without_a_name_is_told_by_its_letters(String set, String text) {
        assertThat(Charsets.guess(text.getBytes(Charset.forName(set)))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1253 | Καλημέρα, πού είναι η παραγγελία μου;
            windows-1255 | שלום, איפה ההזמנה שלי?
            windows-1256 | مرحبا، أين طلبي؟
            windows-1251 | да
            windows-1251 | Привет от Ивана, Hello World, my order
            windows-1251 | My name in full is Иван Петров and I live in Kiel
            """)
    void what_is_not_likely_enough_is_no_guess(String set, String text) {
        assertThat(UnnamedSet.of(text.getBytes(Charset.forName(set)))).isEmpty();
    }

    @Test
    void sets_that_the_platform_does_not_know_are_read() {
        assertThat(Charsets.decode(latin("~{Dc:C~}, a~~b"), "hz-gb-2312")).isEqualTo("你好, a~b");
        assertThat(Charsets.decode(latin("~{Dc\nok"), "HZ")).isEqualTo("你\nok");
        assertThat(Charsets.decode(latin("a\u00E8i\u00FE"), "iso-8859-10")).isEqualTo("ačiþ");
        assertThat(Charsets.decode(latin("\u00F0"), "iso-8859-14")).isEqualTo("ŵ");
        assertThat(Charsets.decode("ŵ".getBytes(StandardCharsets.UTF_8), "iso-8859-14"))
                .isEqualTo("ŵ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-ascii", "", "x-unknown"})
    void the_escapes_of_japanese_are_understood_where_no_set_is_named(String name) {
        byte[] text = "注文①です".getBytes(Charset.forName("x-windows-iso2022jp"));
        assertThat(Charsets.decode(text, name)).isEqualTo("注文①です");
    }

    @Test
    void a_subject_may_hold_them_without_a_word_about_it() {
        byte[] subject = "Subject: 注文です\nFrom: a@x.example\n\nx\n".getBytes(Charset.forName("ISO-2022-JP"));
        assertThat(Mails.read(Mails.raw(latin(subject))).subject()).isEqualTo("注文です");
    }

    @Test
    void what_only_looks_like_an_escape_stays() {
        assertThat(Charsets.guess(latin("costs $B 5 (J)"))).isEqualTo("costs $B 5 (J)");
        assertThat(Charsets.guess(latin("\u001B$Bé"))).isEqualTo("\u001B$Bé");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
