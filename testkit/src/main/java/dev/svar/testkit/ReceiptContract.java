package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.message.Disposition;
import dev.svar.message.MessageKey;
import dev.svar.message.Receipt;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketQuery;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of stores about what was received, and its bytes. */
abstract class ReceiptContract extends PreferencesContract {
    /** For subclasses. */
    ReceiptContract() {}

    @Test
    final void a_message_is_received_once_and_the_second_time_leaves_nothing_behind() {
        Content raw = content("From: kari@kunde.example\r\n\r\nHei");
        Receipt receipt = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
        mustCommit(samples.changes().receipt(receipt).content(raw));
        TicketChange opened = samples.opened(1);

        CommitResult again = store.commit(samples.changes()
                .receipt(samples.receipt("<1@k.example>", Disposition.JOINED, NOW.plusSeconds(1), raw))
                .ticket(opened)
                .build());

        assertThat(again).isEqualTo(CommitResult.ALREADY_RECEIVED);
        assertThat(store.receipt(tenant, receipt.key())).contains(receipt);
        assertThat(store.ticket(tenant, idOf(opened))).isEmpty();
        assertThat(store.content(tenant, raw.ref())).contains(raw);
    }

    @Test
    final void a_message_that_came_to_two_mailboxes_is_received_in_each() {
        Content raw = content("raw");
        Receipt here = samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw);
        MessageKey elsewhere = new MessageKey(
                Address.mail("sales@paamelding.example"), here.key().value());
        Receipt there = new Receipt(
                tenant, elsewhere, NOW, Disposition.JOINED, "joined", here.ticket(), here.message(), raw.ref());
        mustCommit(samples.changes().receipt(here).content(raw));
        mustCommit(samples.changes().receipt(there).content(raw));

        assertThat(store.receipt(tenant, here.key())).contains(here);
        assertThat(store.receipt(tenant, elsewhere)).contains(there);
    }

    @Test
    final void of_several_receipts_of_one_message_at_once_exactly_one_is_committed() throws Exception {
        Content raw = content("raw");

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .receipt(samples.receipt("<1@k.example>", Disposition.OPENED, NOW, raw))
                        .content(raw)
                        .ticket(samples.opened(i + 1))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.ALREADY_RECEIVED);
        assertThat(store.tickets(tenant, TicketQuery.all(100)).items()).hasSize(1);
    }

    @Test
    final void receipts_are_listed_by_disposition_in_order_of_time() {
        Content raw = content("raw");
        Receipt b = samples.receipt("<b@k.example>", Disposition.QUARANTINED, NOW, raw);
        Receipt a = samples.receipt("<a@k.example>", Disposition.QUARANTINED, NOW, raw);
        Receipt earlier = samples.receipt("<z@k.example>", Disposition.QUARANTINED, NOW.minusSeconds(1), raw);
        Receipt other = samples.receipt("<o@k.example>", Disposition.OPENED, NOW, raw);
        for (Receipt receipt : List.of(b, a, earlier, other)) {
            mustCommit(samples.changes().receipt(receipt).content(raw));
        }

        assertThat(store.receipts(tenant, Disposition.QUARANTINED, Optional.empty(), 2))
                .containsExactly(earlier, a);
        assertThat(store.receipts(tenant, Disposition.QUARANTINED, Optional.of(a), 2))
                .containsExactly(b);
        assertThat(store.receipts(tenant, Disposition.BOUNCE, Optional.empty(), 2))
                .isEmpty();
    }

    @Test
    final void receipts_of_one_instant_and_key_are_listed_for_each_channel() {
        Content raw = content("raw");
        List<Receipt> receipts = Stream.of("chat", "sms")
                .map(channel -> new Receipt(
                        tenant,
                        new MessageKey(new Address(new Channel(channel), "4242"), "1"),
                        NOW,
                        Disposition.QUARANTINED,
                        "belongs to no ticket",
                        Optional.empty(),
                        Optional.empty(),
                        raw.ref()))
                .toList();
        receipts.forEach(receipt -> mustCommit(samples.changes().receipt(receipt)));

        assertThat(store.receipts(tenant, Disposition.QUARANTINED, Optional.empty(), 10))
                .isEqualTo(receipts);
        assertThat(store.receipts(tenant, Disposition.QUARANTINED, Optional.of(receipts.get(0)), 10))
                .containsExactly(receipts.get(1));
    }

    @Test
    final void bytes_are_kept_once_and_come_back_as_they_were() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        Content content = Content.of(every);
        Content empty = Content.of(new byte[0]);
        mustCommit(samples.changes().content(content).content(empty));
        mustCommit(samples.changes().content(content).content(content));

        assertKept(content);
        assertKept(empty);
        for (int size : new int[] {65_536, 262_143, 262_144, 262_145, 1_120_000, 2_097_152}) {
            Content large = Content.of(
                    Arrays.copyOf("0123456789abcdef%".repeat(130_000).getBytes(StandardCharsets.UTF_8), size));
            mustCommit(samples.changes().content(large));
            assertKept(large);
        }
        assertThat(store.content(tenant, content("other").ref())).isEmpty();
    }

    @Test
    final void bytes_from_a_file_are_copied_by_the_commit() throws IOException {
        Path file = Files.createTempFile("svar", ".contract");
        Content content;
        try {
            Files.writeString(file, "from a file ".repeat(50_000));
            content = Content.of(file);
            mustCommit(samples.changes().content(content));
        } finally {
            Files.delete(file);
        }

        assertKept(Content.of("from a file ".repeat(50_000).getBytes(StandardCharsets.UTF_8)));
        mustCommit(samples.changes().content(content));
    }

    @Test
    final void bytes_that_are_not_what_their_digest_says_are_refused_and_nothing_is_stored() {
        TicketChange opened = samples.opened(1);
        ContentRef ref = content("as it was").ref();
        for (String now : List.of("as it is_", "as it", "as it was and more")) {
            Content changed =
                    Content.reading(ref, () -> new ByteArrayInputStream(now.getBytes(StandardCharsets.UTF_8)));
            Content gone = Content.reading(ref, () -> {
                throw new FileNotFoundException();
            });
            for (Content wrong : List.of(changed, gone)) {
                Changes changes = samples.changes()
                        .ticket(opened)
                        .content(content("good"))
                        .content(wrong)
                        .build();

                assertThatThrownBy(() -> store.commit(changes)).isInstanceOf(DamagedContentException.class);
            }
        }
        assertThat(store.ticket(tenant, idOf(opened))).isEmpty();
        assertThat(store.content(tenant, ref)).isEmpty();
        assertThat(store.content(tenant, content("good").ref())).isEmpty();
    }

    /** Equal contents have the same digest; whether the bytes are the same too is to be seen. */
    private void assertKept(Content content) {
        Content kept = store.content(tenant, content.ref()).orElseThrow();
        assertThat(kept).isEqualTo(content);
        assertThat(kept.bytes()).isEqualTo(content.bytes());
        assertThat(kept.bytes()).as("read again").isEqualTo(content.bytes());
    }
}
