package dev.svar.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Channel;
import dev.svar.message.Content;
import dev.svar.message.DamagedContentException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecipientListTest {
    private static final int SIZE = 100_000;
    private static final int PART = 500;

    /** What a reader of texts takes ahead of what it is asked for. */
    private static final int AHEAD = 2 * 8192;

    private final RecipientList list = RecipientList.of(
            Channel.MAIL,
            () -> IntStream.range(0, SIZE)
                    .mapToObj(i -> "kunde" + i + "@kunde.example\tnb\tKåre " + i)
                    .iterator());
    private final AtomicLong read = new AtomicLong();

    /** A content whose bytes are counted as they are read; what is passed over is not. */
    private Content counted(byte[] bytes) {
        return Content.reading(list.content().ref(), () -> new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read() {
                read.incrementAndGet();
                return super.read();
            }

            @Override
            public synchronized int read(byte[] into, int from, int most) {
                int count = super.read(into, from, most);
                read.addAndGet(Math.max(count, 0));
                return count;
            }
        });
    }

    @Test
    void a_part_costs_what_it_holds_wherever_it_begins() {
        Content kept = counted(list.content().bytes());
        List<String> all = new ArrayList<>();
        Optional<Long> from = Optional.of(0L);
        while (from.isPresent()) {
            long begin = from.get();
            read.set(0);
            RecipientList.Part part = RecipientList.part(Channel.MAIL, kept, begin, PART);
            part.recipients().forEach(recipient -> all.add(recipient.address().value()));
            from = part.next();
            long holds = part.next().orElse(kept.ref().size()) - begin;
            long once = begin == 0 ? kept.ref().size() : 0;
            assertThat(read.get()).as("bytes read for the part at %d", begin).isLessThanOrEqualTo(once + holds + AHEAD);
        }

        assertThat(all)
                .hasSize(SIZE)
                .doesNotHaveDuplicates()
                .startsWith("kunde0@kunde.example")
                .endsWith("kunde" + (SIZE - 1) + "@kunde.example");
    }

    @Test
    void of_a_list_that_was_changed_where_it_is_kept_nobody_is_read() {
        byte[] bytes = list.content().bytes();
        byte[] changed = Arrays.copyOf(bytes, bytes.length);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("kunde9");
        changed[at] = 'h';

        assertThatThrownBy(() -> RecipientList.part(Channel.MAIL, counted(changed), 0, PART))
                .isInstanceOf(DamagedContentException.class);
        assertThat(RecipientList.part(Channel.MAIL, counted(bytes), 0, PART).recipients())
                .hasSize(PART);
    }
}
