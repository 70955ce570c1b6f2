package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            On  Friday	Kim *wrote*: |on friday kim wrote:
             *|''
            A*B|ab
            Am  Fréitag: *Kim*|am fréitag: kim
            写道：|写道:
            ２０２４|2024
            """)
    void a_line_is_compared_in_lower_case_with_single_spaces(String line, String words) {
        assertThat(PlainWords.of(line)).isEqualTo(words);
        // Beside a letter that is no ASCII it is read another way, and the same.
        assertThat(PlainWords.of("é " + line)).isEqualTo(words.isEmpty() ? "é" : "é " + words);
        assertThat(PlainWords.of("<" + line + ">", 1, line.length() + 1)).isEqualTo(words);
    }
}
