package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.svar.contact.TenantId;
import dev.svar.jdbc.ArchiveException.Problem;
import dev.svar.store.Changes;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives that are broken or were made by hand: each error names its line, and nothing of the part is stored. */
final class BadArchiveTest {
    private static final ArchivedDesk DESK = oneTicket();
    private static final List<String> LINES = ArchivedDesk.lines(DESK.exported());

    private static ArchivedDesk oneTicket() {
        ArchivedDesk desk = ArchivedDesk.empty(Databases.h2InMemory());
        desk.store.commit(new Story(TenantId.DEFAULT, 1).opening());
        return desk;
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** An archive of these lines with the right digests. */
    private static byte[] made(List<String> things) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter writer = ArchiveWriter.begin(out, new ArchiveHeader(TenantId.DEFAULT, ArchivedDesk.NOW), 10_000);
        for (String thing : things) {
            JsonObject json = JsonObject.parse(thing);
            writer.add(json.text("kind"), json);
        }
        writer.end();
        return out.toByteArray();
    }

    private static List<String> things() {
        return new ArrayList<>(LINES.subList(1, LINES.size() - 1));
    }

    private static int indexOf(String kind) {
        List<String> things = things();
        for (int i = 0; i < things.size(); i++) {
            if (things.get(i).startsWith("{\"kind\":\"" + kind + "\"")) {
                return i;
            }
        }
        throw new IllegalArgumentException(kind);
    }

    private static ArchiveException refused(ArchivedDesk desk, InputStream in) {
        ArchiveException e = catchThrowableOfType(
                ArchiveException.class, () -> desk.archive().importDesk(in));
        assertThat(e).isNotNull();
        assertThat(desk.exported())
                .isEqualTo(ArchivedDesk.empty(Databases.h2InMemory()).exported());
        return e;
    }

    private static void refused(byte[] archive, long line, Problem problem) {
        ArchiveException e = refused(ArchivedDesk.empty(Databases.h2InMemory()), ArchivedDesk.in(archive));
        assertThat(e.line()).as(e.getMessage()).isEqualTo(line);
        assertThat(e.problem()).as(e.getMessage()).isEqualTo(problem);
        assertThat(e).hasMessageStartingWith("line " + line + " of the archive ");
    }

    private static void refusedWith(String kind, UnaryOperator<String> change, Problem problem) {
        List<String> things = things();
        int index = indexOf(kind);
        things.set(index, change.apply(things.get(index)));
        refused(made(things), index + 2, problem);
    }

    @Test
    void what_is_no_archive() {
        refused(new byte[0], 1, Problem.NO_ARCHIVE);
        refused("hello\n".getBytes(StandardCharsets.UTF_8), 1, Problem.NO_ARCHIVE);
        refused("{\"format\":\"other\"}\n".getBytes(StandardCharsets.UTF_8), 1, Problem.NO_ARCHIVE);
        refused(bytes(LINES.subList(1, LINES.size())), 1, Problem.NO_ARCHIVE);
    }

    @Test
    void what_a_newer_version_wrote() {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(0, LINES.get(0).replace("\"version\":1", "\"version\":2"));
        refused(bytes(lines), 1, Problem.NEWER);
        lines.set(0, LINES.get(0).replaceAll("\"schema\":\\d+", "\"schema\":99"));
        refused(bytes(lines), 1, Problem.NEWER);
        refusedWith("event", line -> line.replace("\"event\"", "\"prophecy\""), Problem.UNKNOWN_KIND);
    }

    @Test
    void lines_that_are_no_json_or_say_what_cannot_be() {
        List<String> lines = new ArrayList<>(LINES);
        for (String wrong : List.of("", "hello", "[]", "{\"kind\":", "{} {}", "{\"kind\":\"\uD83D\"}")) {
            lines.set(3, wrong);
            byte[] bytes = bytes(lines);
            refused(bytes, 4, wrong.contains("\uD83D") ? Problem.UNKNOWN_KIND : Problem.NOT_JSON);
        }
        refusedWith("event", line -> line.replaceFirst("\"sequence\":\\d+,", ""), Problem.INVALID_VALUE);
        refusedWith(
                "event", line -> line.replaceFirst("\"sequence\":\\d+", "\"sequence\":\"one\""), Problem.INVALID_VALUE);
        refusedWith("ticket", line -> line.replace("\"HIGH\"", "\"HOT\""), Problem.INVALID_VALUE);
        refusedWith("ticket", line -> line.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"1\""), Problem.INVALID_VALUE);
        refusedWith(
                "ticket",
                line -> line.replaceFirst("\"participants\":\\[[^]]*]", "\"participants\":[null]"),
                Problem.INVALID_VALUE);
        refusedWith(
                "mail-thread",
                line -> line.replaceFirst("\"messageId\":\"[^\"]*\"", "\"messageId\":\"x\""),
                Problem.INVALID_VALUE);
        refusedWith("work", line -> line.replace("hand-over/", "make-coffee/"), Problem.INVALID_VALUE);
        refusedWith(
                "content", line -> line.replaceFirst("\"bytes\":\"....", "\"bytes\":\"AAAA"), Problem.INVALID_VALUE);
        refusedWith("content", line -> line.replace("\"offset\":0", "\"offset\":7"), Problem.INVALID_VALUE);
    }

    @Test
    void bytes_that_are_no_utf8() {
        byte[] bytes = bytes(LINES);
        int at = LINES.get(0).length() + 20;
        bytes[at] = (byte) 0xFF;
        refused(bytes, 2, Problem.NOT_JSON);
    }

    @Test
    void a_content_without_its_last_chunk() {
        ArchivedDesk desk = ArchivedDesk.empty(Databases.h2InMemory());
        desk.store.commit(Changes.builder(TenantId.DEFAULT)
                .content(Story.content("bytes ".repeat(400_000)))
                .build());
        List<String> lines = ArchivedDesk.lines(desk.exported());
        List<String> chunks = lines.stream()
                .filter(line -> line.startsWith("{\"kind\":\"content\""))
                .toList();
        assertThat(chunks).hasSizeGreaterThan(2);

        refused(made(chunks.subList(0, 2)), 4, Problem.INVALID_VALUE);
        refused(made(List.of(chunks.get(0), chunks.get(2))), 3, Problem.INVALID_VALUE);
        refused(made(List.of(chunks.get(0), things().get(indexOf("ticket")))), 3, Problem.INVALID_VALUE);
    }

    @ParameterizedTest
    @EnumSource
    void lines_that_do_not_fit_together(Database database) {
        List<String> things = things();
        int ticket = indexOf("ticket");
        List<String> twice = new ArrayList<>(things);
        twice.add(ticket + 1, things.get(ticket).replace("\"HIGH\"", "\"LOW\""));
        List<String> orphan = new ArrayList<>(things);
        orphan.remove(ticket);

        ArchiveException duplicate = refused(ArchivedDesk.empty(database.source()), ArchivedDesk.in(made(twice)));
        ArchiveException missing = refused(ArchivedDesk.empty(database.source()), ArchivedDesk.in(made(orphan)));

        assertThat(duplicate).hasMessage("line " + (ticket + 3) + " of the archive adds what is there already: ticket");
        assertThat(duplicate.problem()).isEqualTo(Problem.DUPLICATE);
        assertThat(missing)
                .hasMessage("line " + (ticket + 2)
                        + " of the archive speaks of a ticket that no line before it has: event");
        assertThat(missing.problem()).isEqualTo(Problem.MISSING_TICKET);
    }

    @Test
    void an_archive_that_is_cut_anywhere() {
        byte[] whole = bytes(LINES);
        Random random = new Random(ArchivedDesk.SEED);
        for (int i = 0; i < 30; i++) {
            int cut = LINES.get(0).length()
                    + 1
                    + random.nextInt(whole.length - LINES.get(0).length() - 3);
            byte[] part = Arrays.copyOf(whole, cut);
            ArchiveException e = refused(ArchivedDesk.empty(Databases.h2InMemory()), ArchivedDesk.in(part));
            assertThat(e.problem())
                    .as("seed %d, cut at %d", ArchivedDesk.SEED, cut)
                    .isEqualTo(Problem.CUT);
            assertThat(e.line()).isEqualTo(ArchivedDesk.lines(part).size());
        }
    }

    @Test
    void an_archive_without_its_last_line_feed_is_whole() {
        byte[] whole = bytes(LINES);
        ArchivedDesk desk = ArchivedDesk.empty(Databases.h2InMemory());

        desk.archive().importDesk(ArchivedDesk.in(Arrays.copyOf(whole, whole.length - 1)));

        assertThat(desk.store.ticketByNumber(TenantId.DEFAULT, 1)).isPresent();
    }

    @Test
    void lines_that_were_altered_or_left_out() {
        List<String> altered = new ArrayList<>(LINES);
        int ticket = indexOf("ticket") + 1;
        altered.set(ticket, altered.get(ticket).replace("Får", "Faar"));
        assertThat(altered).isNotEqualTo(LINES);
        refused(bytes(altered), LINES.size(), Problem.ALTERED);
        List<String> fewer = new ArrayList<>(LINES);
        fewer.remove(ticket);
        refused(bytes(fewer), LINES.size() - 1, Problem.ALTERED);
        List<String> counted = new ArrayList<>(LINES);
        counted.set(LINES.size() - 1, LINES.get(LINES.size() - 1).replace("\"ticket\":1", "\"ticket\":2"));
        refused(bytes(counted), LINES.size(), Problem.ALTERED);
    }

    @Test
    void something_after_the_last_line() {
        List<String> more = new ArrayList<>(LINES);
        more.add(LINES.get(1));
        ArchivedDesk desk = ArchivedDesk.empty(Databases.h2InMemory());

        ArchiveException e = catchThrowableOfType(
                ArchiveException.class, () -> desk.archive().importDesk(ArchivedDesk.in(bytes(more))));

        assertThat(e.line()).isEqualTo(LINES.size() + 1L);
        assertThat(e.problem()).isEqualTo(Problem.CUT);
    }

    @Test
    void a_line_that_does_not_end() {
        byte[] block = new byte[1_000_000];
        Arrays.fill(block, (byte) ' ');
        List<InputStream> parts = new ArrayList<>();
        parts.add(ArchivedDesk.in(bytes(LINES.subList(0, 2))));
        for (int i = 0; i < 41; i++) {
            parts.add(ArchivedDesk.in(block));
        }

        ArchiveException e = refused(
                ArchivedDesk.empty(Databases.h2InMemory()), new SequenceInputStream(Collections.enumeration(parts)));

        assertThat(e.line()).isEqualTo(3);
        assertThat(e.problem()).isEqualTo(Problem.TOO_LONG);
    }
}
