package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are made to cost time, and texts of no sense at all. */
class HostileReplyTest {
    private static final int MAX_LOOKS_A_LINE = 150;

    private static final List<String> BITS = List.of(
            "> ",
            ">> ",
            "On 3 May 2024 at 10:12, Desk <d@x.example> wrote:",
            "From: Desk <d@x.example>",
            "Sent: 3 May 2024 10:12",
            "To: Kim",
            "Subject: Order",
            "-----Original Message-----",
            "---------- Forwarded message ---------",
            "-- ",
            "Sent from my iPhone",
            "________________________________",
            "Kind regards,",
            "kim@lee.example",
            "+47 22 33 44 55",
            "It came.",
            " ",
            "\t",
            "\u00A0",
            "\u200E",
            "\r\n",
            "\n",
            "\r",
            "\n\n",
            ":",
            "2024",
            "10:12",
            "wrote:",
            "<",
            "\uD83D",
            "##- write above this line -##",
            "skrev",
            "写道：",
            "*",
            "|",
            "\u2028",
            "\0");

    @ParameterizedTest
    @MethodSource("hostile")
    void each_line_is_looked_at_a_bounded_number_of_times(String text) {
        Counted lines = new Counted(ReplyLine.of(text));
        SplitReply reply = ReplySplitter.of(lines, HtmlMarks.NONE, "Re: Order", Answering.ANSWER);
        assertThat(reply.text()).isEqualTo(text);
        assertThat(lines.looks).isLessThan((long) MAX_LOOKS_A_LINE * (lines.size() + 1));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "On " + "a ".repeat(50_000),
                "On " + "a ".repeat(50_000) + "wrote:",
                "----------\n".repeat(20_000),
                "----- a -----\n".repeat(20_000),
                " ".repeat(100_000),
                "a\n".repeat(200_000),
                "a\n\n".repeat(100_000),
                "\n".repeat(200_000),
                "> a\nb\n".repeat(50_000),
                "> a\n\nb\n\n".repeat(50_000),
                ">".repeat(100_000),
                ":\n".repeat(100_000),
                "From: x\n".repeat(50_000),
                "From: x\n\n".repeat(50_000),
                "Subject: x\na\nb\n".repeat(30_000),
                "Nga: x <s@x.example>\n".repeat(50_000),
                "Nga: x <s@x.example>\n\n".repeat(50_000),
                "On 3 May 2024 at 10:12 Desk <d@x.example>:  a\n".repeat(30_000),
                "2024 10:12\n".repeat(50_000),
                "2024 10:12 wrote:\n".repeat(50_000),
                "On 2024\n".repeat(50_000),
                "--\n".repeat(50_000),
                "a\n--\n\n\n\n".repeat(20_000),
                "________________\n".repeat(20_000),
                "a\n\nSent from my iPhone\n\n".repeat(20_000),
                "Kim Lee\nkim@lee.example\n\n".repeat(20_000),
                "Kind regards,\n".repeat(20_000));
    }

    @Test
    void nested_elements_without_end_are_read() {
        for (String element :
                List.of("blockquote", "div class=gmail_quote", "div style='border-top:solid'", "table><tr><td")) {
            String html = ("<" + element + ">a ").repeat(5_000);
            assertThat(ReplySplitter.ofHtml(html, "").visible()).isNotEmpty();
        }
    }

    @Test
    void nothing_is_lost_of_random_texts() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                text.append(BITS.get(random.nextInt(BITS.size()))).append(random.nextBoolean() ? "\n" : "");
            }
            SplitReply reply = ReplySplitter.ofText(text.toString(), random.nextBoolean() ? "FW: x" : "");
            assertThat(reply.text()).as("seed " + seed).isEqualTo(text.toString());
            boolean nothing = ReplyLine.of(text.toString()).stream().allMatch(line -> line.blank);
            assertThat(nothing || !reply.visible().isBlank())
                    .as("seed " + seed + ": " + text)
                    .isTrue();
        }
    }

    private static final class Counted extends AbstractList<ReplyLine> {
        private final List<ReplyLine> lines;
        private long looks;

        Counted(List<ReplyLine> lines) {
            this.lines = lines;
        }

        @Override
        public ReplyLine get(int index) {
            looks++;
            return lines.get(index);
        }

        @Override
        public int size() {
            return lines.size();
        }
    }
}
