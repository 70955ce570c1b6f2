package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes and numbers by which RTF writes what is no ASCII, as Outlook puts it into winmail.dat. */
class RtfTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '$', textBlock = """
            {\\rtf1\\ansi\\ansicpg1251 \\'d1\\'f7\\'b8\\'f2}                              | Счёт
            {\\rtf1\\ansi\\ansicpg1250 \\'afo\\'b3w}                                    | Żołw
            {\\rtf1\\ansi\\ansicpg932 \\'90\\'bf\\'8b\\'81\\'8f\\'91}                      | 請求書
            {\\rtf1\\ansi\\ansicpg932 \\'83A\\'83\\'42B}                                | アィB
            {\\rtf1\\ansi\\ansicpg936 \\'b7\\'a2\\'c6\\'b1 A}                            | 发票 A
            {\\rtf1\\ansi\\ansicpg949 \\'c3\\'bb\\'b1\\'b8\\par x}                        | $청구\nx$
            {\\rtf1\\ansi\\ansicpg65001 \\'c3\\'a5}                                     | å
            {\\rtf1\\ansi\\ansicpg99999 \\'e5}                                         | å
            {\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}\\f1 \\'d1{\\f0 \\'e5}\\'f7\\plain\\'e5} | Сåчå
            {\\rtf1\\ansi\\deff1{\\fonttbl{\\f1\\fcharset128 A;}}\\'90\\'bf}             | 請
            {\\rtf1 \\u229?\\u-10179?\\u-8704?!}                                   | å😀!
            {\\rtf1\\uc2 \\u35531\\'90\\'bf\\u9 ab!}                                 | $請\t!$
            {\\rtf1\\uc0 \\u229?{\\uc3 \\u230abcd}\\u248e}                           | å?ædøe
            {\\rtf1{\\u229}?}                                                     | å?
            {\\rtf1 don\\rquote t \\ldblquote a\\rdblquote \\endash b\\-c\\_d}            | don’t “a”–bc-d
            {\\rtf1\\ansi\\ansicpg932 {\\*\\x \\'90}a\\'90}                            | a\uFFFD
            """)
    void characters_are_read_by_their_code_page_or_number(String rtf, String text) {
        assertThat(RtfText.of(rtf)).isEqualTo(text.replace("\\n", "\n").replace("\\t", "\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\'83A", "\\'83", "\\'90\\'bf", "\u00E5", "\\u229?", "{\\f1 \\'83}", "\\uc9{\\f1", "}"})
    void the_time_grows_with_the_length_alone(String piece) {
        String rtf = "{\\rtf1\\ansi\\ansicpg932 " + piece.repeat(2_000_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> RtfText.of(rtf));
    }
}
