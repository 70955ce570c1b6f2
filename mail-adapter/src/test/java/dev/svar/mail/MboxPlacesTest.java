package dev.svar.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An mbox that is taken in many fetches. */
class MboxPlacesTest {
    private static final String[] LINES = {
        "From a@x.example Thu Nov 26 10:00:00 2026\n",
        "From a@x.example Thu Nov 26 10:00:00 2026\r\n",
        "From b@x.example Fri Nov 27 10:00:00 2026\n",
        "From here on\n",
        ">From there\n",
        "Subject: s\n",
        "\n",
        "\n",
        "\r\n",
        "text",
        "\u00EF\u00BB\u00BF"
    };

    private final FetchOffice office = new FetchOffice();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        office.close();
    }

    private FetchRun fetch(int limit) {
        FolderInbox inbox =
                FolderInbox.mbox("archive", folder.resolve("in"), folder.resolve("done"), folder.resolve("failed"));
        return inbox.fetch(office.intake, office.ledger, limit);
    }

    private Path put(int fill, String... subjects) throws IOException {
        String mbox = Stream.of(subjects)
                .map(subject -> "From kari@kunde.example Thu Nov 26 10:00:00 2026\nFrom: kari@kunde.example\nSubject: "
                        + subject + "\n\ntext of " + subject + "\n" + (subject + "\n").repeat(fill) + "\n")
                .collect(Collectors.joining());
        Files.createDirectories(folder.resolve("in"));
        return Files.writeString(folder.resolve("in/a.mbox"), mbox);
    }

    @Test
    void what_was_taken_of_an_mbox_is_not_read_again() throws IOException {
        String[] subjects =
                Stream.iterate(100, i -> i + 1).limit(60).map(i -> "mail " + i).toArray(String[]::new);
        Path file = put(10_000, subjects);
        long size = Files.size(file);
        List<String> taken = new ArrayList<>();
        MboxMark mark = MboxMark.START;
        long read = 0;
        for (int i = 0; i < 20; i++) {
            CountingChannel bytes = new CountingChannel(Files.newByteChannel(file));
            try (OpenMbox mbox = new OpenMbox(bytes, "box")) {
                mbox.goOn(mark);
                for (int n = 0; n < 3; n++) {
                    taken.add(Mails.read(mbox.next().orElseThrow().bytes()).subject());
                }
                mark = mbox.mark();
            }
            read += bytes.read;
        }
        assertThat(taken).containsExactly(subjects);
        assertThat(read)
                .as("bytes read of a file of %s bytes, by 20 fetches", size)
                .isBetween(size, 2 * size);
    }

    /** A file of which is counted how much of it is read. */
    private static final class CountingChannel implements SeekableByteChannel {
        private final SeekableByteChannel file;
        private long read;

        CountingChannel(SeekableByteChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            int now = file.read(to);
            read += Math.max(0, now);
            return now;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return file.write(from);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public SeekableByteChannel position(long place) throws IOException {
            file.position(place);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void an_mbox_is_cut_alike_wherever_a_fetch_begins(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            String mbox = random.ints(random.nextInt(20), 0, LINES.length)
                    .mapToObj(line -> LINES[line])
                    .collect(Collectors.joining());
            List<String> atOnce = new ArrayList<>();
            reader(mbox, 0, 0).forEach(mail -> atOnce.add(told(mail)));

            List<String> oneByOne = new ArrayList<>();
            MboxReader reader = reader(mbox, 0, 0);
            Optional<RawMail> next = reader.next();
            while (next.isPresent()) {
                oneByOne.add(told(next.get()));
                reader = reader(mbox, oneByOne.size(), (int) reader.place());
                next = reader.next();
            }
            assertThat(oneByOne).as("seed %s: %s", seed, mbox).isEqualTo(atOnce);
        }
    }

    private static MboxReader reader(String mbox, int count, int place) {
        byte[] bytes = mbox.getBytes(ISO_8859_1);
        return new MboxReader(new ByteArrayInputStream(bytes, place, bytes.length - place), "box", count, place);
    }

    private static String told(RawMail mail) {
        return mail + ": " + new String(mail.bytes(), ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "2, 1", "3, 3", "3, 9"})
    void an_mbox_that_was_replaced_unnoticeably_is_taken_from_its_beginning(int taken, int others) throws IOException {
        Path file = put(0, "old 1", "old 2", "old 3");
        FileTime time = Files.getLastModifiedTime(file);
        fetch(taken);
        String[] subjects =
                Stream.iterate(1, i -> i + 1).limit(others).map(i -> "new " + i).toArray(String[]::new);
        put(0, subjects);
        Files.setLastModifiedTime(file, time);
        assertThat(fetch(10).taken()).isEqualTo(others);
        assertThat(office.subjects()).hasSize(taken + others).endsWith(subjects);
    }

    @Test
    void an_mbox_of_another_size_is_another_one_though_it_looks_the_same_where_the_last_fetch_stopped()
            throws IOException {
        Path file = put(1_000, "old", "same", "more");
        FileTime time = Files.getLastModifiedTime(file);
        fetch(2);
        put(1_000, "new", "same", "more", "last");
        Files.setLastModifiedTime(file, time);
        fetch(10);
        assertThat(office.subjects()).containsExactly("old", "same", "new", "more", "last");
    }

    @Test
    void an_mbox_that_begins_otherwise_is_another_one_though_it_is_as_long_and_ends_the_same() throws IOException {
        Path file = put(1_000, "old", "same", "more");
        FileTime time = Files.getLastModifiedTime(file);
        fetch(2);
        put(1_000, "new", "same", "more");
        Files.setLastModifiedTime(file, time);
        fetch(10);
        assertThat(office.subjects()).containsExactly("old", "same", "new", "more");
    }

    @Test
    void an_mbox_without_what_was_taken_of_it_loses_nothing_and_takes_nothing_twice() throws IOException {
        Path file = put(0, "one", "two", "three", "four");
        FileTime time = Files.getLastModifiedTime(file);
        fetch(3);
        put(0, "three", "four");
        Files.setLastModifiedTime(file, time);
        fetch(10);
        assertThat(office.subjects()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void an_mbox_to_which_more_was_added_is_taken_to_its_new_end() throws IOException {
        Path file = put(0, "one", "two");
        FileTime time = Files.getLastModifiedTime(file);
        fetch(1);
        put(0, "one", "two", "three");
        Files.setLastModifiedTime(file, FileTime.from(time.toInstant().plusSeconds(1)));
        fetch(10);
        assertThat(office.subjects()).containsExactly("one", "two", "three");
    }

    @Test
    void a_message_that_a_dead_process_took_without_noting_it_is_not_taken_again() throws IOException {
        Path file = put(0, "one", "two", "three");
        fetch(1);
        List<RawMail> mails = new ArrayList<>();
        MailFiles.open(file).forEach(mails::add);
        office.intake.take(mails.get(1));
        assertThat(fetch(10).taken()).isEqualTo(2);
        assertThat(office.subjects()).containsExactly("one", "two", "three");
        assertThat(office.receipts()).hasSize(3);
    }
}
