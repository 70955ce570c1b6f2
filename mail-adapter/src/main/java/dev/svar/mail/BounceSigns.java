package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the reports that mail systems write in words of their own from what people write. Words alone are not enough, for
 * people quote such reports: a sender that is a mail system, or nobody, must come with them.
 */
final class BounceSigns {
    private static final int BEGINNING = 3_000;
    private static final int VERY_BEGINNING = 600;

    private static final String POSTMASTER = "postmaster";
    private static final Pattern ANSWERS = Pattern.compile("(re|aw|sv|vs|antw|odp|ynt|rif|res|回复|答复|回覆) ?[:：]");

    private static final List<String> SYSTEMS = List.of(
            "mailer-daemon",
            "mailerdaemon",
            "mail-daemon",
            "mailer daemon",
            "mail daemon",
            POSTMASTER,
            "mail delivery",
            "mail.delivery",
            "delivery system",
            "delivery subsystem",
            "maildeliverysystem",
            "system administrator",
            "mail administrator",
            "ndr administrator",
            "mdaemon",
            "microsoftexchange",
            "microsoft outlook",
            "interscan",
            "mail system",
            "bounce@",
            "bounces@",
            "<>",
            "mail router",
            "mta@",
            "smtp gateway",
            "mail gateway");

    private static final List<String> SUBJECTS = List.of(
            "undeliver",
            "[bounce]",
            "returned mail",
            "delivery status notification",
            "failure notice",
            "delivery failure",
            "delivery failed",
            "delivery has failed",
            "delivery error",
            "delivery problem",
            "delivery report",
            "mail system error",
            "mail error",
            "error sending",
            "mail failure",
            "message delivery",
            "returned to sender",
            "could not be delivered",
            "not delivered",
            "cannot be delivered",
            "non-delivery",
            "nondeliver",
            "ndn:",
            "warning: message",
            "warning: could not send",
            "delayed mail",
            "delivery delay",
            "delivery notification",
            "message status",
            "failed delivery",
            "failed mail",
            "mail returned",
            "returned message",
            "rejected mail",
            "message rejected",
            "unzustellbar",
            "nicht zugestellt",
            "fehlgeschlagen",
            "non remis",
            "non distribu",
            "non délivr",
            "échec",
            "no se pudo entregar",
            "no se puede entregar",
            "no entregado",
            "devuelto",
            "devolvid",
            "não entregue",
            "non recapitabil",
            "mancato recapito",
            "onbestelbaar",
            "niet bezorgd",
            "niepowodzenie",
            "nedoru",
            "kan inte levereras",
            "ikke levert",
            "kunne ikke leveres",
            "toimitus epäonnistui",
            "teslim edilemedi",
            "недоставлен",
            "не доставлено",
            "не удалось доставить",
            "退信",
            "系统退信",
            "配信",
            "エラー",
            "返送",
            "반송",
            "kan ikke leveres",
            "ei voi toimittaa",
            "niedostarczone",
            "nie dostarczono",
            "kézbesíthetetlen",
            "nem kézbesíthető",
            "배달되지 않음",
            "배달할 수 없음",
            "전송 실패",
            "δεν είναι δυνατή η παράδοση",
            "μη παραδοτέο",
            "تعذر التسليم",
            "تعذر تسليم",
            "لم يتم التسليم",
            "לא ניתן למסירה",
            "לא נמסר",
            "imposibil de livrat",
            "nelivrat",
            "未送达",
            "未傳遞",
            "无法送达",
            "無法傳遞",
            "投递失败",
            "недоставленное",
            "доставка не удалась",
            "kézbesítés sikertelen",
            "leveringsfeil",
            "levering mislyktes",
            "leveransfel",
            "iletilemedi",
            "zustellung fehlgeschlagen",
            "consegna non riuscita",
            "bezorging mislukt");

    private static final List<String> OPENINGS = List.of(
            "this is the mail system at",
            "this is the postfix program",
            "this is the qmail-send program",
            "this is the mail delivery agent",
            "this is the dragonfly mail agent",
            "this is the mailer-daemon",
            "created automatically by mail delivery software",
            "автоматически сервером",
            "automatically generated delivery status",
            "automatisch erzeugt",
            "** address not found **",
            "** delivery incomplete **",
            "** message not delivered **",
            "** message blocked **",
            "** message too large **",
            "delivery has failed to these recipients",
            "rejected your message to the following",
            "the original message was received at",
            "----- the following addresses had",
            "this report relates to a message",
            "the following message to",
            "your message did not reach some or all",
            "your message to ",
            "your message couldn't",
            "uw bericht kan niet",
            "fehler bei der nachrichtenzustellung",
            "échec de la remise",
            "no se pudo entregar",
            "не может быть доставлено",
            "this is an automatically generated delivery");

    /** What people do not write, wherever it stands. */
    private static final List<String> TRANSCRIPTS =
            List.of("<<< rcpt to:", "-server message", "-smtp command", "delivery failed 20 attempts");

    private static final List<String> PHRASES = List.of(
            "not be delivered",
            "n't be delivered",
            "not been delivered",
            "n't been delivered",
            "not delivered",
            "n't delivered",
            "undeliverable",
            "undelivered",
            "unable to deliver",
            "not able to deliver",
            "n't able to deliver",
            "failed to deliver",
            "failed to be delivered",
            "delivery failed",
            "delivery has failed",
            "delivery to the following",
            "delivery failure",
            "error delivering",
            "an error occurred while trying to deliver",
            "error has occurred while attempting to deliver",
            "did not reach",
            "had permanent",
            "had transient",
            "had delivery",
            "failure reasons",
            "transcript of session",
            "was rejected by",
            "mailbox exceeds",
            "returned message",
            "returned to sender",
            "returned below",
            "is being returned",
            "could not be sent",
            "cannot be sent",
            "can't be sent",
            "final-recipient:",
            "nicht zugestellt",
            "non è stato possibile",
            "no pudo ser entregado",
            "no se pudo entregar",
            "não pôde ser entregue",
            "nao pode ser",
            "n'a pas pu être",
            "kan niet worden bezorgd",
            "nie mogła zostać",
            "nie została",
            "kunde inte levereras",
            "kunne ikke leveres",
            "не удалось доставить",
            "не может быть доставлено",
            "退信",
            "配信できません",
            "送信できません",
            "存在しない",
            "n'a pas été remis",
            "no se ha entregado",
            "não foi entregue",
            "impossibile recapitare",
            "non è stato recapitato",
            "niet bezorgd",
            "har inte levererats",
            "ble ikke levert",
            "blev ikke leveret",
            "kan ikke leveres",
            "ei toimitettu",
            "ei voitu toimittaa",
            "nie można dostarczyć",
            "nešlo doručit",
            "nelze doručit",
            "nebyla doručena",
            "nepodařilo doručit",
            "nem kézbesíthető",
            "nem sikerült kézbesíteni",
            "teslim edilemedi",
            "teslim edilmedi",
            "не доставлено",
            "δεν παραδόθηκε",
            "δεν ήταν δυνατή η παράδοση",
            "تعذر تسليم",
            "تعذّر تسليم",
            "לא נמסרה",
            "למסור את ההודעה",
            "nu a putut fi livrat",
            "nu a fost livrat",
            "配信されませんでした",
            "配信できませんでした",
            "未送达",
            "无法送达",
            "無法傳送",
            "無法傳遞",
            "无法传递",
            "전송되지 않",
            "배달하지 못",
            "배달할 수 없",
            "不存在，邮件无法");

    /** Too little by itself: these a mail system's name must come with. */
    private static final List<String> WEAK = List.of(
            "server message",
            "rcpt to:",
            "recipient(s)",
            "no such user",
            "user unknown",
            "unknown user",
            "permanent error",
            "delayed",
            "delivery temporarily",
            "will retry",
            "will be retried",
            "konnte nicht",
            "kon niet",
            "無法",
            "无法",
            "could not be delivered to",
            "this message was rejected");

    private static final List<String> TEMPORARY = List.of(
            "warning message only",
            "a warning only",
            "will be retried",
            "will retry",
            "still being retried",
            "not yet been delivered",
            "has been delayed",
            "is delayed",
            "temporary problem",
            "delay reason",
            "temporarily",
            "temporary failure",
            "try again later",
            "delivery attempts will continue",
            "deferred",
            "no route to host",
            "connection refused",
            "timed out",
            "lost connection",
            "refused to talk",
            "host not found, try again",
            "vorübergehend",
            "unvollständig",
            "temporaire",
            "incomplète",
            "problema temporal",
            "incompleta",
            "temporário",
            " temporaneo",
            "tijdelijk",
            "onvolledig",
            "tymczasow",
            "tillfällig",
            "midlertidig",
            "tilapäi",
            "dočasn",
            "átmeneti",
            "ideiglenes",
            "geçici",
            " временн",
            "тимчасов",
            "προσωριν",
            "temporară",
            "一時的",
            "暂时",
            "暫時",
            "일시적",
            "مؤقت",
            "זמני");

    private BounceSigns() {}

    /** Whether the header leaves it open that the mail is such a report, so that its words need to be read. */
    static boolean possible(Headers headers) {
        return isSystem(headers) || isNobody(headers) || isNameless(headers) || headers.has("x-failed-recipients");
    }

    /** How a report in words of its own is recognized; empty if nothing, or not enough, speaks for one. */
    static Optional<String> in(Headers headers, String text) {
        String beginning = BouncePhrases.plain(PlainText.cut(text, BEGINNING));
        Optional<String> subject = first(SUBJECTS, plain(headers, "subject"));
        Optional<String> words = first(PHRASES, beginning).or(() -> first(OPENINGS, beginning));
        boolean system = isSystem(headers);
        boolean sender = system || isNobody(headers);
        if (headers.first("x-failed-recipients").isPresent() && (sender || words.isPresent())) {
            return Optional.of("X-Failed-Recipients");
        }
        if (mayBeAPerson(headers)) {
            boolean told = words.isPresent() || subject.isPresent();
            return told && !isAnswer(headers)
                    ? opening(beginning).or(() -> first(TRANSCRIPTS, beginning))
                    : Optional.empty();
        }
        Optional<String> shown = words.or(() -> subject)
                .or(() -> system && !isAnswer(headers) ? first(WEAK, beginning) : Optional.empty());
        if (sender && shown.isPresent()) {
            return shown.map(sign -> (system ? "a mail system says: " : "nobody says: ") + sign);
        }
        return isNameless(headers) && words.isPresent() && !text.stripLeading().startsWith(">")
                ? opening(beginning)
                : Optional.empty();
    }

    private static Optional<String> opening(String beginning) {
        String opening = beginning.substring(0, Math.min(beginning.length(), VERY_BEGINNING));
        return first(OPENINGS, opening).map(o -> "begins as a mail system does: " + o);
    }

    /** Whether nothing but a name or the address of a postmaster says that a mail system wrote it: both are people's too. */
    private static boolean mayBeAPerson(Headers headers) {
        List<MailPerson> from = AddressList.parse(headers.first("from").orElse(""));
        boolean automatic = headers.first("auto-submitted")
                .filter(word -> !word.strip().equalsIgnoreCase("no"))
                .isPresent();
        return isSystem(headers)
                && !isNobody(headers)
                && !automatic
                && !from.isEmpty()
                && from.stream().noneMatch(person -> isSystem(person.address()));
    }

    private static boolean isSystem(Address address) {
        return !address.localPart().equals(POSTMASTER)
                && SYSTEMS.stream().anyMatch((address.localPart() + "@")::contains);
    }

    private static boolean isSystem(Headers headers) {
        String from = plain(headers, "from");
        return SYSTEMS.stream().anyMatch(from::contains);
    }

    /** Mail systems report; people answer. */
    private static boolean isAnswer(Headers headers) {
        return headers.has("in-reply-to")
                && ANSWERS.matcher(plain(headers, "subject")).lookingAt();
    }

    private static boolean isNobody(Headers headers) {
        return headers.all("return-path").stream()
                .map(v -> v.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(v -> v.equals("<>") || v.contains("mailer-daemon"));
    }

    private static boolean isNameless(Headers headers) {
        return headers.first("from").isEmpty() && headers.first("sender").isEmpty();
    }

    /** Whether the words speak of something that may pass. */
    static boolean soundsTemporary(String text) {
        return first(TEMPORARY, BouncePhrases.plain(text)).isPresent();
    }

    private static String plain(Headers headers, String name) {
        return BouncePhrases.plain(EncodedWords.decode(headers.first(name).orElse("")));
    }

    private static Optional<String> first(List<String> phrases, String text) {
        return phrases.stream().filter(text::contains).findFirst();
    }
}
