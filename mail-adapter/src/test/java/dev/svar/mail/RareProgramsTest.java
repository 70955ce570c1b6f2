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
}
