package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.mail.SplitReply.Rule;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads as mail programs write them that few people use, and lines that only look like theirs. */
class RareProgramsTest {
    private static final String ANSWER = "Yes, the blue one.\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">>> Desk <desk@x.example> 5/3/2024 10:12 AM >>>",
                ">>> \"Desk\" <desk@x.example> 03.05.2024 10:12 >>> "
            })
    void groupwise_puts_who_wrote_when_between_marks(String line) {
        SplitReply reply = ReplySplitter.ofText(ANSWER + "\n" + line + "\nWhich color?\n", "Re: Order");
        assertThat(reply.visible()).isEqualTo(ANSWER.strip());
        assertThat(reply.pieces().get(1).rule()).isEqualTo(Optional.of(Rule.ATTRIBUTION));
    }

    @Test
    void three_marks_alone_are_a_prompt() {
        String text = ">>> import svar\n>>> svar.day(2024)\nWhat is wrong?";
        assertThat(ReplySplitter.ofText(text, "").visible()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Von meinem/meiner Galaxy gesendet", "发自我的iPhone", "来自我的 iPhone"})
    void a_phone_makes_itself_known(String line) {
        assertThat(ReplySplitter.ofText(ANSWER + "\n" + line + "\n", "Re: Order")
                        .visible())
                .isEqualTo(ANSWER.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I saw what my colleague wrote",
                "The lamp that you sent on 3 May 2024 is what Kim described",
                "Begin with the lamp, please",
                "Thursday at ten would do (or later)"
            })
    void prose_is_written_whatever_it_ends_with(String line) {
        String text = line + "\n" + line + ".\n";
        assertThat(ReplySplitter.ofText(text, "Re: Order").pieces()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 05-Mar-24, at 10:11, Desk wrote:",
                "On 05-Mar-24 10:11, Desk wrote:",
                "Dana 5. ožujka 2024. u 10:11 Desk je napisao:",
                "5. 3. 2024. u 10:11, Desk je napisao/la:",
                "5.3.2024. 10:11, Desk napisala je:",
                "5. 3. 2024. у 10:11, Desk је написао/ла:"
            })
    void an_attribution_needs_no_marks_below(String line) {
        SplitReply reply = ReplySplitter.ofText(ANSWER + "\n" + line + "\n\nWhich color?\n", "Re: Order");
        assertThat(reply.visible()).isEqualTo(ANSWER.strip());
        assertThat(reply.pieces().get(1).rule()).isEqualTo(Optional.of(Rule.ATTRIBUTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 05-Mar-24, at 10:11, I wrote:",
                "Part A05-Mar-24 at 10:11, as your desk wrote:",
                "Part 99-Mar-24 10:11 support wrote:",
                "Order 12-abc-34 of 10:11, shop wrote:",
                "Ivan je napisao da dođem 5.3.2024. u 10:11, a ja:",
                "Part 05-Mar-2407 at 10:11, as your desk wrote:",
                "Part 05-M4r-24 at 10:11, as your desk wrote:",
                "On 05-Mar-24, at 10:11, the pump showed:",
                "Op 5-3-2024 om 10:11 schreef je:",
                "Dana 5.3.2024. u 10:11 ja napisao:",
                "Il giorno 5 marzo il tecnico ha scritto:",
                "El cliente escribió:"
            })
    void a_sentence_that_looks_like_an_attribution_is_written(String line) {
        String text = ANSWER + "\n" + line + "\n\nPump 17 is out of order.\nWhat now?\n";
        assertThat(ReplySplitter.ofText(text, "Re: Order").pieces()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Please write above this line]",
                "(please write above this line)",
                "## please write above this line %"
            })
    void a_line_without_a_colon_may_announce_a_thread(String line) {
        String text = ANSWER + "\n" + line + "\nWhich color?\n";
        assertThat(ReplySplitter.ofText(text, "Re: Order").visible()).isEqualTo(ANSWER.strip());
    }
}
