package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a machine may have given for a person: kept as the person's, and never answered by a machine. */
class DoubtfulAnswersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je suis absent Re: Order",
                "Jag är på semester SV: Order",
                "Gone fishing AW: Order",
                "Back at 10:00 RE: Order",
                "[Acme] Kim Lee has left us. Re: Order",
                "Annual leave: Order",
                "Vakantie: Order",
                "휴가: Order",
                "Ofis dışındayım: Order",
                "我正在休假: Order",
                "Thank you for contacting Acme",
                "[Request received] Order",
                "Eingangsbestätigung: Order"
            })
    void some_subjects_of_answers_leave_it_open(String subject) {
        assertThat(DoubtfulAnswers.in(subject, "Hello.")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: Order",
                "RE[2]: Order",
                "SV: Je suis absent Re: Order",
                "[Desk] Re: Order",
                "EXTERNAL: Re: Order",
                "*** EXTERN *** Re: Order",
                "(extern) AW: Order",
                "Desk - Re: Order",
                "Order: new address",
                "Holiday rental",
                "Thank you",
                "Core: broken",
                "Re: I am on vacation",
                ":",
                ""
            })
    void others_are_what_people_and_mail_servers_write(String subject) {
        assertThat(DoubtfulAnswers.in(subject, "Hello.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi,\nI am currently out of the\noffice with limited access to email.",
                "I'm on annual leave until 11 March.",
                "Thank you. I will be away from the office until Monday.",
                "Vielen Dank. Ich bin vom 5. März bis zum 11. März nicht im Büro.",
                "Bis Montag bin ich im Urlaub.",
                "Je serai absente du bureau jusqu'au 11 mars.",
                "Estaré fuera de la oficina hasta el lunes.",
                "Estic fora de l'oficina.",
                "Estarei ausente até segunda-feira.",
                "Sono assente dall'ufficio fino all'11 marzo.",
                "Ik ben afwezig tot 11 maart.",
                "Jag är på semester till den 11 mars.",
                "Jeg er for tiden på ferie.",
                "Eg er ikkje på kontoret.",
                "Olen lomalla 11.3. asti.",
                "Ég er í fríi.",
                "Jestem nieobecny do 11 marca.",
                "Jsem mimo kancelář.",
                "Som na dovolenke do pondelka.",
                "Szabadságon vagyok.",
                "Trenutno sem na dopustu.",
                "Trenutno sam na godišnjem odmoru.",
                "Тренутно сам на годишњем одмору.",
                "Sunt în concediu până luni.",
                "В отпуск съм до 11 март.",
                "Я сейчас в отпуске.",
                "Я у відпустці до понеділка.",
                "Είμαι εκτός γραφείου.",
                "İzindeyim, pazartesi dönerim.",
                "أنا حاليا في إجازة",
                "در مرخصی هستم",
                "אני בחופשה עד יום שני",
                "我正在休假，周一回来。",
                "11日まで不在にしております。",
                "11일까지 휴가중입니다.",
                "Tôi đang nghỉ phép.",
                "ขณะนี้ไม่อยู่ที่สำนักงาน",
                "Saya sedang cuti.",
                "मैं छुट्टी पर हूँ।",
                "Olen puhkusel.",
                "Esmu atvaļinājumā.",
                "Esu atostogose."
            })
    void an_answer_that_says_that_its_writer_is_away_leaves_it_open(String text) {
        assertThat(DoubtfulAnswers.in("Re: Order", text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I was at the office, nobody is there.",
                "The door to the office is out of order.",
                "Am I on the right list?",
                "Ich bin mit der Antwort nicht zufrieden, im Büro geht nichts.",
                "Le livreur était absent.",
                "Mein Urlaub ist gebucht, danke.",
                "Jeg er fornøyd.",
                "休暇の予約をしたい",
                "不在のため荷物を受け取れませんでした"
            })
    void what_people_answer_otherwise_is_theirs(String text) {
        assertThat(DoubtfulAnswers.in("Re: Order", text)).isEmpty();
    }

    @Test
    void it_is_a_persons_and_gets_no_automatic_answer() {
        InboundMessage mail = read("Re: Order", "In-Reply-To: <a@b>\n", "I am out of the office until Monday.");
        assertThat(mail.nature()).isInstanceOf(MessageNature.Human.class);
        assertThat(mail.mayNotAnswer()).contains("it is an answer, and its text says: i am out of the office");
    }

    @Test
    void only_answers_are_in_doubt() {
        String text = "I am out of the office until Monday, please send the parcel to my home.";
        assertThat(read("Order", "", text).mayNotAnswer()).isEmpty();
        assertThat(read("Order", "X-Auto-Response-Suppress: All\n", text).mayNotAnswer())
                .isEmpty();
        assertThat(read("My order Re: Invoice", "", text).mayNotAnswer()).isEmpty();
        assertThat(read("Order", "In-Reply-To: <a@b>\nAuto-Submitted: no\n", text)
                        .mayNotAnswer())
                .isEmpty();
    }

    private static InboundMessage read(String subject, String fields, String text) {
        return Mails.read(("From: a@x.example\nSubject: " + subject + "\n" + fields
                        + "Content-Type: text/plain; charset=utf-8\n\n" + text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }
}
