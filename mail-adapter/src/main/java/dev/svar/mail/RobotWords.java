package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How mail says in its first words that a machine wrote it, or that nobody reads what is answered to it. */
final class RobotWords {
    private static final int BEGINNING = 250;
    private static final int MOST_READ = 4 * BEGINNING;

    /** In whole phrases: people write that "this is an automatic door". */
    private static final List<String> PHRASES = List.of(
            "this is an? (automated|automatic|auto-generated|auto generated|automatically generated|system generated"
                    + "|system-generated) (system )?(message|e-?mail|mail|reply|response|notification|notice|confirmation"
                    + "|acknowledge?ment)\\b",
            "this (message|e-?mail|mail) (was|is|has been) (automatically|auto-?) ?(generated|sent|created)",
            "this (message|e-?mail|mail) (was|is|has been) (generated|sent|created) automatically",
            "(please )?(do not|don't) reply to this (message|e-?mail|mail|address|notification)\\b",
            "(i|we) apologi[sz]e for this auto(matic|mated) (reply|response|message|e-?mail)",
            "diese (e-?mail|mail|nachricht) wurde automatisch (generiert|erstellt|erzeugt|versendet|versandt|verschickt"
                    + "|gesendet)",
            "dies ist eine automatische (antwort|nachricht|e-?mail|mail|benachrichtigung|mitteilung|bestätigung"
                    + "|eingangsbestätigung)",
            "dies ist eine automatisch (generierte|erstellte|erzeugte|versendete|versandte|verschickte)",
            "bitte antworten sie nicht auf diese",
            "ceci est un message automatique",
            "ceci est une réponse automatique",
            "merci de ne pas répondre à ce",
            "este es un mensaje automático",
            "esta es una respuesta automática",
            "por favor no responda a este",
            "esta é uma mensagem automática",
            "por favor não responda a este",
            "questo è un messaggio automatico",
            "si prega di non rispondere a quest",
            "dit is een automatische? (gegenereerde?|verzonden|bericht|e-?mail|mail|antwoord|melding|bevestiging)",
            "dit is een automatisch (gegenereerde?|verzonden|bericht|e-?mail|antwoord)",
            "detta är ett automatiskt (meddelande|mejl|mail|e-?post|svar|genererat|skapat|utskick)",
            "dette er (en|et|eit) automatisk (melding|besked|meddelelse|e-?post|e-?mail|mail|svar|bekreftelse"
                    + "|bekræftelse|varsel|generert|genereret|sendt)",
            "tämä on automaattinen (viesti|vastaus|ilmoitus|sähköposti|kuittaus)",
            "ta wiadomość została wygenerowana automatycznie",
            "wiadomość wygenerowana automatycznie",
            "prosimy nie odpowiadać na t",
            "tato zpráva byla vygenerována automaticky",
            "tento e-mail byl vygenerován automaticky",
            "ez egy automatikus (üzenet|válasz|e-?mail|értesítés|levél)",
            "ez egy automatikusan (generált|küldött|létrehozott)",
            "acesta este un mesaj automat",
            "bu otomatik bir (mesaj|ileti|e-?posta|yanıt|cevap|bildirim)",
            "bu otomatik olarak (oluşturul|gönderil)",
            "bu (mesaj|ileti|e-?posta) otomatik olarak (oluşturul|gönderil|üretil)",
            "это автоматическое (сообщение|письмо|уведомление|оповещение)",
            "это автоматический ответ",
            "это письмо отправлено автоматически",
            "пожалуйста, не отвечайте на это",
            "це автоматичне (повідомлення|сповіщення)",
            "αυτό είναι ένα αυτόματο (μήνυμα|e-?mail)",
            "هذه رسالة تلقائية",
            "זוהי הודעה אוטומטית",
            "这是一封自动(发送|生成|回复|发出)",
            "此邮件为系统自动",
            "本邮件由系统自动",
            "请勿直接回复(本|此|该)",
            "這是一封自動(發送|產生|回覆|發出)",
            "本郵件由系統自動",
            "このメールは(システム(により|から|より))?、?自動(送信|配信|返信|生成|的|で)",
            "(본|이) ?(메일|이메일|메시지)[은는] ?(시스템에서 )?자동(으로 발송|으로 생성| ?발송)");

    /** At the beginning of a line or a sentence, perhaps adorned, but not quoted. */
    private static final Pattern SAID = Pattern.compile("(?:^|\n|[.!?] |[。！？])[-*=#_~•※【(\\[ ]*("
            + String.join("|", PHRASES).replace(" ", "[ \n]") + ")");

    private RobotWords() {}

    /** The words that say it in what somebody wrote. Further down they may be told of, so that only the first count. */
    static Optional<String> in(String written) {
        String text = PlainText.cut(written.strip(), MOST_READ)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace("\u0307", "")
                .replaceAll("[\\h\r]*\n[\\h\r\n]*", "\n")
                .replaceAll("\\h+", " ");
        Matcher said = SAID.matcher(PlainText.cut(text, BEGINNING));
        return said.find() ? Optional.of(said.group(1).replace('\n', ' ')) : Optional.empty();
    }
}
