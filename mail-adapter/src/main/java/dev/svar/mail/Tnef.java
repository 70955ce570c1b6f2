package dev.svar.mail;

import dev.svar.message.Content;
import dev.svar.message.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Unpacks {@code winmail.dat}, into which Outlook puts what it attaches (MS-OXTNEF): the files, and the text or HTML of a
 * mail that has no other. Broken ones are unpacked as far as they go.
 */
final class Tnef {
    private static final int SIGNATURE = 0x223E9F78;
    private static final int CODE_PAGE = 0x00069007;
    private static final int BODY = 0x0002800C;
    private static final int MESSAGE_PROPERTIES = 0x00069003;
    private static final int ATTACHMENT_BEGINS = 0x00069002;
    private static final int ATTACHMENT_TITLE = 0x00018010;
    private static final int ATTACHMENT_DATA = 0x0006800F;
    private static final int ATTACHMENT_PROPERTIES = 0x00069005;

    private final List<Draft> drafts = new ArrayList<>();
    private Charset set = Charsets.WINDOWS_1252;
    private String text = "";
    private String html = "";

    private Tnef() {}

    /** What is in it; empty if it is none. */
    static Optional<Unpacked> unpack(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 6 || in.getInt() != SIGNATURE) {
            return Optional.empty();
        }
        in.getShort();
        Tnef tnef = new Tnef();
        while (in.remaining() > 11) {
            in.get();
            int id = in.getInt();
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                break;
            }
            byte[] value = Arrays.copyOfRange(bytes, in.position(), in.position() + length);
            in.position(in.position() + length);
            in.position(Math.min(in.limit(), in.position() + 2));
            tnef.attribute(id, value);
        }
        List<MailFile> files = tnef.drafts.stream().map(Draft::file).toList();
        return Optional.of(new Unpacked(tnef.text, tnef.html, files));
    }

    private void attribute(int id, byte[] value) {
        switch (id) {
            case CODE_PAGE -> codePage(value);
            case BODY -> text = text.isBlank() ? zeroEnded(value) : text;
            case MESSAGE_PROPERTIES -> message(MapiProperties.read(value, set));
            case ATTACHMENT_BEGINS -> {
                if (drafts.size() < Message.MAX_ATTACHMENTS) {
                    drafts.add(new Draft());
                }
            }
            case ATTACHMENT_TITLE -> current().ifPresent(d -> d.title = zeroEnded(value));
            case ATTACHMENT_DATA -> current().ifPresent(d -> d.data = value);
            case ATTACHMENT_PROPERTIES -> current().ifPresent(d -> d.properties(MapiProperties.read(value, set)));
            default -> {
                // The rest is about Outlook's own windows and flags.
            }
        }
    }

    private void codePage(byte[] value) {
        if (value.length >= 4) {
            int page = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt();
            set = CodePage.of(page).orElse(set);
        }
    }

    private void message(MapiProperties properties) {
        text = properties.text(MapiProperties.BODY).orElse(text);
        String named = properties
                .number(MapiProperties.INTERNET_CODE_PAGE)
                .flatMap(CodePage::of)
                .map(Charset::name)
                .orElse("");
        html = properties
                .bytes(MapiProperties.HTML)
                .map(b -> Charsets.decode(b, named))
                .filter(decoded -> !decoded.isBlank())
                .orElse(html);
        if (text.isBlank() && html.isBlank()) {
            text = properties
                    .bytes(MapiProperties.COMPRESSED_RTF)
                    .flatMap(CompressedRtf::expand)
                    .map(RtfText::of)
                    .orElse("");
        }
    }

    private Optional<Draft> current() {
        return drafts.isEmpty() ? Optional.empty() : Optional.of(drafts.get(drafts.size() - 1));
    }

    private String zeroEnded(byte[] value) {
        int end = value.length;
        while (end > 0 && value[end - 1] == 0) {
            end--;
        }
        return new String(value, 0, end, set);
    }

    /** A file whose attributes are still coming. */
    private static final class Draft {
        private String title = "";
        private byte[] data = {};
        private Optional<String> type = Optional.empty();
        private Optional<String> contentId = Optional.empty();

        private void properties(MapiProperties properties) {
            title = properties
                    .text(MapiProperties.LONG_FILE_NAME)
                    .or(() -> properties.text(MapiProperties.DISPLAY_NAME).filter(n -> title.isBlank()))
                    .orElse(title);
            type = properties.text(MapiProperties.MIME_TAG);
            contentId = properties.text(MapiProperties.CONTENT_ID).map(AttachmentName::clean);
            if (data.length == 0) {
                data = properties.bytes(MapiProperties.ATTACHED_OBJECT).orElse(data);
            }
        }

        private static boolean isMediaType(String type) {
            return type.indexOf('/') > 0 && type.length() < 100 && type.chars().allMatch(c -> c > ' ' && c < 0x7f);
        }

        private MailFile file() {
            String name = AttachmentName.clean(title);
            return new MailFile(
                    name.isEmpty() ? "attachment.bin" : name,
                    type.filter(Draft::isMediaType).orElse("application/octet-stream"),
                    contentId.filter(id -> !id.isEmpty()),
                    Content.sharing(data));
        }
    }

    /**
     * What was in it.
     *
     * @param text the text, possibly empty
     * @param html the HTML, possibly empty
     * @param files the files
     */
    record Unpacked(String text, String html, List<MailFile> files) {}
}
