package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplySplitterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 1 Jan 2024 at 10:00, Support <support@desk.example> wrote:",
                "On Mon, 1 Jan 2024 at 10:00, Support\n<support@desk.example> wrote:",
                "Den man. 1. jan. 2024 kl. 10:00 skrev Support <support@desk.example>:",
                "Den mån 1 jan. 2024 kl 10:00 skrev Support <support@desk.example>:",
                "ma 1. tammik. 2024 klo 10.00 Support (support@desk.example) kirjoitti:",
                "Support <support@desk.example> ezt írta (időpont: 2024. jan. 1., H, 10:00):",
                "пн, 1 янв. 2024 г. в 10:00, Support <support@desk.example> пишет:",
                "Am 01.01.2024 um 10:00 schrieb Support:",
                "30.09.2017, 18.30, \"Support - Desk\" <support@desk.example>:",
                "ср, 30 апр. 2025 г. в 15:19, Support <support@desk.example>:",
                "On Wed, 14 Nov 2018 08:14:43 -0200 Support <support@desk.example> wrote",
                "Le lun. 1 janv. 2024 à 10:00, Support <support@desk.example> a écrit :",
            })
    void what_follows_an_attribution_is_cut(String attribution) {
        assertThat(visible("Yes, it works.\n\n" + attribution + "\n\n> Does it\n> work?\n"))
                .isEqualTo("Yes, it works.");
        assertThat(visible("Yes, it works.\n\n" + attribution + "\nDoes it work?\n"))
                .isEqualTo("Yes, it works.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Support <s@desk.example>\nSent: Monday\nTo: Ola\nSubject: Case",
                "Fra: Support\nSendt: mandag\nTil: Ola\nEmne: Sak",
                "Från: Support\nSkickat: måndag\nTill: Ola\nÄmne: Ärende",
                "Lähettäjä: Support\nLähetetty: maanantai\nVastaanottaja: Ola\nAihe: Asia",
                "Feladó: Support\nElküldve: hétfő\nCímzett: Ola\nTárgy: Ügy",
                "От: Support\nОтправлено: понедельник\nКому: Ola\nТема: Дело",
                "Von: Support\nGesendet: Montag\nAn: Ola\nBetreff: Fall",
                "*From:* Support <s@desk.example>\n*Sent:* Monday\n*To:* Ola",
                "-----Original Message-----\nWhatever",
                "====\n\nFrom: Support <s@desk.example>\nDate: Monday\nTo: Ola",
                "-----Opprinnelig melding-----\nWhatever",
                "-------- Ursprüngliche Nachricht --------\nWhatever",
                "________________________________\nFrom: Support\nSent: Monday\nTo: Ola\nSubject: Case",
            })
    void what_follows_a_header_block_is_cut(String block) {
        assertThat(visible("Yes, it works.\n\n" + block + "\n\nDoes it work?\n"))
                .isEqualTo("Yes, it works.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nOla Nordmann\nBoss",
                "Sent from my iPhone",
                "Sendt fra min iPhone",
                "Skickat från min iPhone",
                "Lähetetty iPhonesta",
                "Elküldve az iPhone-omról",
                "Отправлено с iPhone",
                "Von meinem iPhone gesendet",
            })
    void signatures_are_cut(String signature) {
        assertThat(visible("Yes, it works.\n\n" + signature)).isEqualTo("Yes, it works.");
    }

    @Test
    void answers_below_a_quote_are_kept() {
        assertThat(visible("On 1 Jan 2024 A <a@x.example> wrote:\n> one?\n\nFirst.\n\n> two?\n\nSecond.\n"))
                .contains("First.")
                .contains("Second.")
                .doesNotContain("wrote:");
    }

    @Test
    void a_forward_stays_whole() {
        String forward = "Please see below.\n\n---------- Forwarded message ---------\nFrom: A <a@x.example>\n"
                + "Date: Monday\nSubject: Case\nTo: B\n\nThe case.\n";
        assertThat(visible(forward)).isEqualTo(forward);
        String outlook = "FYI\n\nFrom: A\nSent: Monday\nTo: B\nSubject: Case\n\nThe case.";
        assertThat(ReplySplitter.ofText(outlook, "FW: Case").visible()).isEqualTo(outlook);
        assertThat(ReplySplitter.ofText(outlook, "Re: FW: Case").visible()).isEqualTo("FYI");
    }

    @Test
    void a_finnish_reply_is_no_norwegian_forward() {
        String reply = "Kiitos.\n\nLähettäjä: A\nLähetetty: ma\nVastaanottaja: B\nAihe: C\n\nVanha viesti";
        assertThat(ReplySplitter.ofText(reply, "VS: C").visible()).isEqualTo("Kiitos.");
        String forward = "Se under.\n\nFra: A\nSendt: mandag\nTil: B\nEmne: C\n\nSaken";
        assertThat(ReplySplitter.ofText(forward, "VS: C").visible()).isEqualTo(forward);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> only\n> quotes", "On 1 Jan 2024 A <a@x.example> wrote:\n> x", "Sent from my iPhone", ""})
    void where_nothing_would_be_left_everything_stays(String text) {
        assertThat(visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday I wrote: it fails.\nStill so.",
                "From: what I see it fails.\nTo me it is broken.",
                "The error says:\n--verbose is unknown",
                "I sent from my phone yesterday.",
                "Sent from my desk, which is much easier than my phone.",
                "My trip:\nFrom: Oslo\nTo: Bergen\nDate: Monday",
            })
    void ordinary_sentences_stay(String text) {
        assertThat(visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  On Tue, 5 Mar 2024 at 10:12, Support<support@desk.example> wrote:   ",
                "  Am Di., März 5, 2024 at 10:12 schrieb Support<support@desk.example>:   ",
                "  Le mar., mars 5 2024 à 10:12, Support<support@desk.example> a écrit :   ",
                "  El mar., mar. 5, 2024 a la(s) 10:12, Support<support@desk.example> escribió:\u00A0 \u00A0",
                "  Il mar, mar 5, 2024 alle 10:12, Support<support@desk.example> ha scritto:   ",
                "  Dne út 5. 3. 2024 v 10:12 Support<support@desk.example> napsal:   ",
                "  5 Mar 2024 Sal, 10:12 tarihinde, Support<support@desk.example> şunu yazdı:   ",
            })
    void a_quote_may_begin_behind_its_attribution(String attribution) {
        assertThat(visible("Yes.\n\n" + attribution + "Does it work?\nOla")).isEqualTo("Yes.");
        assertThat(visible("Yes.\n\n" + attribution + "Does it work? ".repeat(100) + "\nOla"))
                .isEqualTo("Yes.");
        String said = "Yes.\n\n" + attribution.replace('\u00A0', ' ').strip() + " Does it work?\nOla";
        assertThat(visible(said)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, 5 Mar 2024 at 10:12, Kim wrote:   it is late\nIs it?",
                "On 5 Mar 2024, Support<support@desk.example> wrote:   it is late\nIs it?",
                "On Tue at 10:12, Support<support@desk.example> wrote:   it is late\nIs it?",
                "On 5 Mar 2024 at 10:12, Support<support@desk.example> wrote:I am late\nIs it?",
                "On 5 Mar 2024 at 10:12 I wrote to <support@desk.example>:   nothing\nIs it?",
                "Order of 5 Mar 2024 at 10:12, Support<support@desk.example> wrote:   it is late\nIs it?",
                "On 5 Mar 2024 at 10:12 to <support@desk.example>:   lamp\nIs it?",
            })
    void text_behind_a_colon_is_no_quote_without_all_signs_of_one(String text) {
        assertThat(visible("Yes.\n\n" + text)).endsWith(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nga: Support <s@desk.example>\nDërguar: e martë, 5 mars 2024 10:12\nPër: Ola\nSubjekti: Rasti",
                "Nork: Support <s@desk.example>\nBidalia: 2024(e)ko martxoaren 5(a) 10:12\nNori: Ola\nGaia: Kasua",
                "Kimdən: Support <s@desk.example>\nGöndərildi: 5 mart 2024 10:12\n\nKimə: Ola\n\nMövzu: İş",
                "*გამგზავნი:* Support [mailto:s@desk.example]\n"
                        + "*გაიგზავნა:* 5 მარტი 2024 10:12\n"
                        + "*ვის:* Ola\n"
                        + "*თემა:* საქმე",
            })
    void a_header_block_of_any_language_is_cut(String block) {
        assertThat(visible("Yes.\n\n" + block + "\n\nDoes it work?\n")).isEqualTo("Yes.");
        String unsaid = "Yes.\n\n" + block + "\n\nDoes it work?";
        assertThat(ReplySplitter.ofText(unsaid, "").visible()).isEqualTo(unsaid);
        assertThat(ReplySplitter.ofText(unsaid, "Case").visible()).isEqualTo(unsaid);
    }

    @Test
    void three_lines_of_such_a_block_are_enough_below_a_rule() {
        String block = "Nga: Support <s@desk.example>\nDërguar: 5 mars 2024 10:12\nPër: Ola\n\nDoes it work?";
        SplitReply reply = ReplySplitter.ofText("Yes.\n\n________________________________\n" + block, "Re: Case");
        assertThat(reply.visible()).isEqualTo("Yes.");
        assertThat(reply.pieces().get(1).rule()).contains(SplitReply.Rule.HEADER_BLOCK);
        assertThat(visible("Yes.\n\n" + block)).isEqualTo("Yes.\n\n" + block);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Emri: Kim <kim@lee.example>\nKoha: 5 mars 2024 10:12\nVendi: Oslo\nOla?",
                "Emri: Kim [kim@lee.example]\nKoha: 5 mars 2024 10:12\nVendi: Oslo\nPune: Ola\nOla?",
                "Emri: Kim <kim@lee.example>\nVendi: Oslo\nKoha: 5 mars 2024 10:12\nPune: Ola\nOla?",
                "Emri: Kim <kim@lee.example>\nKoha: 5 mars 2024\nVendi: Oslo\nPune: Ola\nOla?",
                "Emri: Kim <kim@lee.example>\nKoha: 5 mars 2024 10:12\nVendi: Oslo\nand then\nPune: Ola\nOla?",
                "Kim <kim@lee.example>: Kim <kim@lee.example>\nKoha: 5 mars 2024 10:12\nVendi: Oslo\nPune: Ola\nOla?",
            })
    void labels_that_are_not_in_the_order_of_a_header_are_none(String text) {
        assertThat(visible("Yes.\n\n" + text)).endsWith(text);
    }

    private static String visible(String text) {
        return ReplySplitter.ofText(text, "Re: Case").visible();
    }
}
