package dev.svar.mail;

import dev.svar.message.Attachment;
import dev.svar.message.Content;
import dev.svar.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a mail says and brings: its text, its HTML and its files, gathered from all parts. */
final class MailBody {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<MailFile> files = new ArrayList<>();
    private Optional<String> calendar = Optional.empty();

    /** The HTML that the text was read from. */
    private final StringBuilder source = new StringBuilder();

    /** The plain form of the last alternative of which it was read, and its HTML. */
    private String plainForm = "";

    private String htmlForm = "";

    /** Whether some of the text was plain. */
    private boolean plain;

    private MailBody() {}

    static MailBody of(Part root) {
        MailBody body = new MailBody();
        if (root.isMultipart()) {
            body.add(root);
        } else {
            body.single(root);
        }
        if (body.text.toString().isBlank()) {
            body.calendar.ifPresent(summary -> paragraph(body.text, summary));
        }
        return body;
    }

    String text() {
        return PlainText.lines(text.toString(), Message.MAX_TEXT_LENGTH).strip();
    }

    /** What its writer wrote, and what else it holds: where HTML was read, its elements help to tell. */
    SplitReply reply(String subject, Answering answering) {
        if (!plain && source.length() > 0) {
            return ReplySplitter.ofHtml(source.toString(), subject, answering);
        }
        String said = text();
        SplitReply reply = ReplySplitter.ofText(said, subject, answering);
        boolean oneText = !htmlForm.isBlank() && text.toString().equals(plainForm);
        return oneText && answering == Answering.ANSWER
                ? ReplySplitter.withHtml(reply, said, htmlForm, subject)
                : reply;
    }

    Optional<String> html() {
        String kept = html.toString().replace("\0", "");
        return kept.isBlank() ? Optional.empty() : Optional.of(PlainText.cut(kept, Message.MAX_TEXT_LENGTH));
    }

    List<MailFile> files() {
        return files;
    }

    boolean isEmpty() {
        return text.toString().isBlank() && html.toString().isBlank() && files.isEmpty();
    }

    /** A mail of one part says its text whatever name the part may have. */
    private void single(Part part) {
        boolean attached = part.disposition().word().equals("attachment");
        switch (part.mediaType()) {
            case "text/plain" -> {
                if (attached) {
                    file(part);
                } else {
                    plain(part);
                }
            }
            case "text/html" -> {
                if (attached) {
                    file(part);
                } else {
                    html(part, true);
                }
            }
            default -> leaf(part);
        }
    }

    private void add(Part part) {
        if (!part.isMultipart()) {
            leaf(part);
        } else if (part.children().isEmpty()) {
            plain(part);
        } else if (part.mediaType().equals("multipart/alternative")) {
            alternative(part);
        } else {
            part.children().forEach(this::add);
        }
    }

    /** One text in several forms: the plain one is read, the HTML is kept too. */
    private void alternative(Part part) {
        StringBuilder plain = new StringBuilder();
        StringBuilder fromHtml = new StringBuilder();
        StringBuilder fallback = new StringBuilder();
        boolean mixed = false;
        for (Part child : part.children()) {
            MailBody form = new MailBody();
            form.add(child);
            if (form.html.length() > 0 && fromHtml.length() == 0) {
                fromHtml.append(form.text);
                fallback.append(form.source);
                mixed = form.plain;
                paragraph(html, form.html.toString());
            } else if (form.html.length() == 0 && plain.toString().isBlank()) {
                plain.append(form.text);
            }
            form.files.stream()
                    .limit(Math.max(0, Message.MAX_ATTACHMENTS - files.size()))
                    .forEach(files::add);
            calendar = calendar.or(() -> form.calendar);
        }
        String said = plain.toString();
        if (said.isBlank() || StubText.isBeside(said, fromHtml.toString())) {
            paragraph(text, fromHtml.toString());
            paragraph(source, fallback.toString());
            this.plain |= mixed;
        } else {
            paragraph(text, said);
            plainForm = said;
            htmlForm = fallback.toString();
            this.plain = true;
        }
    }

    private void leaf(Part part) {
        String type = part.mediaType();
        if (isTnef(part)) {
            Optional<Tnef.Unpacked> unpacked = Tnef.unpack(part.body());
            if (unpacked.isPresent()) {
                take(unpacked.get());
                return;
            }
        }
        boolean named = part.disposition().parameter("filename").isPresent()
                || part.type().parameter("name").isPresent();
        boolean attached = part.disposition().word().equals("attachment") || named;
        boolean reads = type.equals("text/plain") || type.equals("text/html") || type.equals("text/enriched");
        if (reads && !attached) {
            if (type.equals("text/plain")) {
                plain(part);
            } else {
                html(part, type.equals("text/html"));
            }
        } else if (attached || (part.hasBody() && !type.equals("text/x-amp-html"))) {
            file(part);
        }
    }

    private static boolean isTnef(Part part) {
        return part.mediaType().equals("application/ms-tnef")
                || part.mediaType().equals("application/vnd.ms-tnef")
                || AttachmentName.of(part).equalsIgnoreCase("winmail.dat");
    }

    /** The text within counts only where the mail has no other. */
    private void take(Tnef.Unpacked unpacked) {
        if (text.toString().isBlank()) {
            boolean plain = !unpacked.text().isBlank();
            paragraph(
                    text,
                    plain
                            ? PlainText.lines(unpacked.text(), Message.MAX_TEXT_LENGTH)
                            : HtmlText.of(
                                    PlainText.cut(unpacked.html(), Message.MAX_TEXT_LENGTH), Message.MAX_TEXT_LENGTH));
        }
        if (html.toString().isBlank()) {
            paragraph(html, PlainText.cut(unpacked.html(), Message.MAX_TEXT_LENGTH));
        }
        unpacked.files().stream()
                .limit(Math.max(0, Message.MAX_ATTACHMENTS - files.size()))
                .forEach(files::add);
    }

    private void plain(Part part) {
        String lines = part.isMultipart() ? Charsets.guess(part.rawBody()) : part.text();
        String written =
                InlineFiles.mayHold(lines) ? InlineFiles.takeOut(lines, files, Message.MAX_ATTACHMENTS) : lines;
        String cut = PlainText.lines(written, Message.MAX_TEXT_LENGTH);
        boolean flowed = part.type()
                .parameter("format")
                .filter(f -> f.equalsIgnoreCase("flowed"))
                .isPresent();
        boolean deleteSpace = part.type()
                .parameter("delsp")
                .filter(d -> d.equalsIgnoreCase("yes"))
                .isPresent();
        paragraph(text, flowed ? FlowedText.unfold(cut, deleteSpace) : cut);
        plain |= !cut.isBlank();
    }

    private void html(Part part, boolean keep) {
        String markup = PlainText.cut(part.text(), Message.MAX_TEXT_LENGTH);
        paragraph(text, HtmlText.of(markup, Message.MAX_TEXT_LENGTH));
        paragraph(source, markup);
        if (keep) {
            paragraph(html, markup);
        }
    }

    private void file(Part part) {
        if (calendar.isEmpty() && part.mediaType().equals("text/calendar")) {
            calendar = CalendarSummary.of(PlainText.cut(part.text(), Message.MAX_TEXT_LENGTH));
        }
        if (files.size() >= Message.MAX_ATTACHMENTS) {
            return;
        }
        String type = PlainText.cut(part.mediaType(), Attachment.MAX_NAME_LENGTH);
        String name = AttachmentName.of(part);
        byte[] bytes = part.body();
        boolean nameless = part.disposition().parameter("filename").isEmpty()
                && part.type().parameter("name").isEmpty();
        if (nameless && type.equals("message/rfc822")) {
            name = AttachmentName.ofForwarded(subjectOf(bytes));
        }
        Optional<String> contentId = part.headers()
                .first("content-id")
                .map(id -> PlainText.line(id.replace("<", "").replace(">", ""), Attachment.MAX_NAME_LENGTH))
                .filter(id -> !id.isEmpty());
        files.add(new MailFile(name, type, contentId, Content.sharing(bytes)));
    }

    private static String subjectOf(byte[] mail) {
        try {
            Headers headers = MimeParser.headers(mail, MailLimits.STANDARD);
            return EncodedWords.decode(headers.first("subject").orElse(""));
        } catch (UnreadableMailException e) {
            return "";
        }
    }

    private static void paragraph(StringBuilder to, String more) {
        boolean full = to.length() > Message.MAX_TEXT_LENGTH;
        if (!more.isBlank() && !full) {
            to.append(to.length() == 0 || to.charAt(to.length() - 1) == '\n' ? "" : "\n")
                    .append(more);
        }
    }
}
