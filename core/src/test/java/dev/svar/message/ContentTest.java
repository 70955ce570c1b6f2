package dev.svar.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentTest {
    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Content lying(String said, String is) {
        return Content.reading(
                content(said).ref(), () -> new ByteArrayInputStream(is.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_file_is_the_same_content_as_its_bytes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "0123456789".repeat(20_000));
        Content content = Content.of(file);

        assertThat(content)
                .isEqualTo(content("0123456789".repeat(20_000)))
                .hasSameHashCodeAs(content("0123456789".repeat(20_000)))
                .isNotEqualTo(content("0123456789"));
        assertThat(content.open()).hasContent("0123456789".repeat(20_000));
        assertThat(content.bytes()).isEqualTo(Files.readAllBytes(file));
        Content kept = content.inMemory();
        Files.delete(file);
        assertThat(kept.open()).hasContent("0123456789".repeat(20_000));
        assertThat(kept.inMemory()).isSameAs(kept);
    }

    @Test
    void an_empty_file_is_a_content(@TempDir Path folder) throws IOException {
        Content content = Content.of(Files.createFile(folder.resolve("a")));

        assertThat(content).isEqualTo(content(""));
        assertThat(content.open()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_refused(@TempDir Path folder) {
        assertThatThrownBy(() -> Content.of(folder.resolve("none")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("content.file cannot be read: NoSuchFileException");
        assertThatThrownBy(() -> Content.of(folder)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "as it was, as it is_, has other bytes than its digest says",
        "as it was, as it, ends 4 bytes before its end",
        "as it was, as it was and more, goes on behind its end",
        "'', x, goes on behind its end",
    })
    void bytes_that_are_others_than_the_digest_says_are_an_error(String said, String is, String problem) {
        assertThatThrownBy(() -> lying(said, is).bytes())
                .isInstanceOfSatisfying(
                        DamagedContentException.class,
                        e -> assertThat(e.ref()).isEqualTo(content(said).ref()))
                .hasMessageEndingWith(problem);
        assertThatThrownBy(() -> lying(said, is).inMemory()).isInstanceOf(DamagedContentException.class);
    }

    @Test
    void a_content_can_be_opened_in_the_middle_and_not_behind_its_end() throws IOException {
        assertThat(content("abcdef").open(2)).hasContent("cdef");
        assertThat(content("abcdef").open(6)).isEmpty();
        assertThat(lying("abcdef", "abcdef").open(0)).hasContent("abcdef");
        assertThatThrownBy(() -> content("abcdef").open(7)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> content("abcdef").open(-1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> lying("abcdef", "abc").open(4)).isInstanceOf(DamagedContentException.class);
    }

    @Test
    void a_check_finds_what_the_middle_does_not_tell() throws IOException {
        Content lying = lying("abcdef", "xbcdef");
        assertThat(lying.open(1)).hasContent("bcdef");
        assertThatThrownBy(lying::check).isInstanceOf(DamagedContentException.class);
        lying("abc", "abc").check();
    }

    @Test
    void the_last_bytes_are_given_out_only_if_all_are_right() throws IOException {
        try (InputStream in = lying("abc", "abx").open()) {
            assertThat(in.read()).isEqualTo('a');
            assertThat(in.read()).isEqualTo('b');
            assertThatThrownBy(in::read).isInstanceOf(DamagedContentException.class);
        }
        try (InputStream in = lying("abc", "abx").open()) {
            assertThatThrownBy(() -> in.skipNBytes(3)).isInstanceOf(DamagedContentException.class);
        }
        try (InputStream in = lying("abc", "abc").open()) {
            assertThat(in.readNBytes(2)).hasSize(2);
            assertThat(in.read(new byte[10], 0, 0)).isZero();
            assertThat(in.read()).isEqualTo('c');
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_file_that_went_or_changed_after_it_was_taken_is_damaged(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "as it was");
        Content content = Content.of(file);
        Files.writeString(file, "as it is_");
        assertThatThrownBy(content::bytes).isInstanceOf(DamagedContentException.class);
        Files.delete(file);
        assertThatThrownBy(content::open)
                .isInstanceOf(DamagedContentException.class)
                .hasMessageEndingWith("cannot be read: NoSuchFileException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../../../../../../../../../../../../../../../../etc/passwd", "A", "g"})
    void a_digest_is_hexadecimal(String text) {
        String digest = (text + "0".repeat(64)).substring(0, 64);

        assertThatThrownBy(() -> new ContentRef(digest, 1)).isInstanceOf(InvalidValueException.class);
    }
}
