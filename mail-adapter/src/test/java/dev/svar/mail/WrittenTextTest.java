package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.mail.SplitReply.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody wrote stays, however much it looks like the work of a mail program. */
class WrittenTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "As you wrote on 3 May:\nwe get a refund. When?",
                "On 3 May 2024 at 10:12 I wrote to the shop:\nnothing came of it.",
                "Our call with kim@lee.example is on 3 May 2024 at 10:12, to be discussed:\nthe refund.",
                "On the other hand, on 3 May 2024 it worked.\nSo what has changed?",
                "Name: Kim Lee\nMail: kim@lee.example\nDate: 3 May 2024 10:12\nProblem: no light",
                "From: Oslo\nTo: Bergen\nDate: 3 May 2024 10:12\nTwo adults, please.",
                "Steps:\n---------\n1. open\n2. close\n---------\nIt hangs.",
                "Two things:\n-- first the lamp\n-- then the cable\nThanks",
                "Please send it to:\n\nKim Lee\nkim@lee.example\n+47 22 33 44 55\n",
                "Sent from my desk, the parcel took three days.",
                "The mail that was sent from my iPhone never came. Why?",
                "Can I write above this line?\nOr below?",
                "Best regards to Kim.\nAnd the invoice is still wrong.",
                "The log:\n\n>>> import desk\n>>> desk.open()\n\nIt stops there.",
                "He wrote:\nno.\nAnd what do I do now?",
                "Original message was lost, please send it again.",
                "Forwarded message handling is broken in the app.",
                "See the table\n=====\nlamp 3\ncable 4",
                "Thanks,\nKim",
                "Please help.\n\nSent by mistake last week\n\nCan it be undone?",
                "Hallo.\n\nIch habe es vom iPhone gesendet",
                "你好。\n\niPhone 无法发送",
                "Merhaba.\n\niPhone siparişim gönderildi",
                "안녕하세요.\n\n나의 iPhone이 고장",
                "Hva skjedde 3. mai 2024 kl. 10:12?\nDa skrev dere at den var sendt.",
                "Ich habe am 3. Mai 2024 um 10:12 Uhr geschrieben:\nkeine Antwort.",
                "Le 3 mai 2024 à 10:12 vous avez écrit :\nque tout va bien. Non.",
                "Bonjour, voici :\nDe : Paris\nA : Lyon\nDate : 3 mai 2024 10:12\nMerci",
                "5 < 6\n6 > 5\nand so on",
                "Время: 10:12\nДата: 3 мая 2024\nНе работает.",
                "It was sent from my phone.\n\nP.S. it is the red one.",
            })
    void what_only_looks_like_a_marker_stays(String text) {
        assertThat(ReplySplitter.ofText(text, "Re: Order").visible()).isEqualTo(text);
    }

    @Test
    void answers_within_and_below_a_quote_stay_in_order() {
        String text =
                "Hi desk,\n\nOn 3 May 2024 at 10:12, Desk <desk@shop.example> wrote:\n> Did it come?\n\nYes.\n\n> Is it whole?\n"
                        + "No, the glass is broken.\n> Regards\n\nCan you send another?\n\n-- \nKim\n";
        SplitReply reply = ReplySplitter.ofText(text, "Re: Order");
        assertThat(reply.text(Kind.WRITTEN))
                .containsSubsequence("Hi desk", "Yes.", "No, the glass", "Can you send another?");
        assertThat(reply.visible()).doesNotContain("Did it come", "whole", "Regards", "Kim", "wrote");
        assertThat(reply.text(Kind.SIGNATURE)).isEqualTo("-- \nKim\n");
        assertThat(reply.text()).isEqualTo(text);
    }

    @Test
    void a_postscript_below_the_line_of_a_phone_stays() {
        String text = "It came.\n\nSent from my iPhone\n\nP.S. the red one.\n";
        assertThat(ReplySplitter.ofText(text, "").visible())
                .contains("It came.", "P.S. the red one.")
                .doesNotContain("iPhone");
    }

    @Test
    void a_long_quoted_line_that_was_broken_is_quoted() {
        String text =
                "Yes.\n\n> When we sent the parcel from the store in the old harbour it was still\nwhole and dry.\n> Regards\n";
        assertThat(ReplySplitter.ofText(text, "").visible()).isEqualTo("Yes.");
    }

    @Test
    void contact_data_below_a_closing_is_a_signature_but_a_name_alone_is_not() {
        String text = "It came.\n\nKind regards,\nKim Lee\nkim@lee.example\nTel: +47 22 33 44 55\n";
        assertThat(ReplySplitter.ofText(text, "").visible()).isEqualTo("It came.");
        assertThat(ReplySplitter.ofText("It came.\n\nKind regards,\nKim Lee", "")
                        .visible())
                .endsWith("Kim Lee");
    }

    @Test
    void what_stands_above_the_marker_of_a_desk_is_the_answer() {
        String text =
                "It came.\n\nOn 3 May 2024 at 10:12, Desk <desk@shop.example> wrote:\n##- Please write above this line -##\nOrder 4711\n";
        assertThat(ReplySplitter.ofText(text, "").visible()).isEqualTo("It came.");
        assertThat(ReplySplitter.ofText("It came.\n\n--- Skriv svaret ditt over denne linjen ---\nOrdre 4711", "")
                        .visible())
                .isEqualTo("It came.");
    }

    @Test
    void each_cut_says_by_which_rule_and_where() {
        SplitReply reply =
                ReplySplitter.ofText("Yes.\n\nSent from my iPhone\n\n-----Original Message-----\nOrder 4711", "");
        assertThat(reply.pieces())
                .extracting(piece -> piece.line() + " " + piece.kind() + " "
                        + piece.rule().map(Enum::name).orElse(""))
                .containsExactly("1 WRITTEN ", "3 SIGNATURE DEVICE_LINE", "4 WRITTEN ", "5 QUOTED SEPARATOR");
    }
}
