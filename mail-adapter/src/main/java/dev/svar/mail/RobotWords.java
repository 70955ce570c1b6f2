package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How mail says in its first words that a machine wrote it, or that nobody reads what is answered to it. */
final class RobotWords {
    private static final int BEGINNING = 250;

    private static final List<String> PHRASES = List.of(
            "this is an automated",
            "this is an automatic",
            "this is an auto-generated",
            "this is an auto generated",
            "this is a system generated",
            "this is a system-generated",
            "this message was automatically generated",
            "this message was generated automatically",
            "this email was automatically generated",
            "this email was generated automatically",
            "this e-mail was automatically generated",
            "please do not reply to this",
            "please don't reply to this",
            "do not reply to this message",
            "do not reply to this email",
            "do not reply to this e-mail",
            "diese e-mail wurde automatisch",
            "diese nachricht wurde automatisch",
            "dies ist eine automatische",
            "dies ist eine automatisch",
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
            "dit is een automatisch",
            "detta är ett automatiskt",
            "dette er en automatisk",
            "dette er eit automatisk",
            "tämä on automaattinen",
            "ta wiadomość została wygenerowana automatycznie",
            "wiadomość wygenerowana automatycznie",
            "prosimy nie odpowiadać na t",
            "tato zpráva byla vygenerována automaticky",
            "tento e-mail byl vygenerován automaticky",
            "ez egy automatikus",
            "acesta este un mesaj automat",
            "bu otomatik",
            "bu mesaj otomatik",
            "bu e-posta otomatik",
            "это автоматическое",
            "это автоматический",
            "это письмо отправлено автоматически",
            "пожалуйста, не отвечайте на это",
            "це автоматичне",
            "αυτό είναι ένα αυτόματο",
            "هذه رسالة تلقائية",
            "זוהי הודעה אוטומטית",
            "这是一封自动",
            "此邮件为系统自动",
            "本邮件由系统自动",
            "请勿直接回复",
            "這是一封自動",
            "本郵件由系統自動",
            "このメールは自動",
            "自動送信メール",
            "자동으로 발송된",
            "자동 발송 메일");

    private RobotWords() {}

    /** The words that say it. Further down they may be quoted, so that only the first words of a mail count. */
    static Optional<String> in(String written) {
        String beginning =
                PlainText.line(written, BEGINNING).toLowerCase(Locale.ROOT).replace('’', '\'');
        return PHRASES.stream().filter(beginning::contains).findFirst();
    }
}
