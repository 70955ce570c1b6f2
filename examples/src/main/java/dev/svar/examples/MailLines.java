package dev.svar.examples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svar.mail.BounceRecipient;
import dev.svar.mail.MailFile;
import dev.svar.mail.MailInspector;
import dev.svar.mail.MailPerson;
import dev.svar.mail.MailReading;
import dev.svar.mail.RawMail;
import dev.svar.message.MessageNature;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A mail, and the line of JSON that tells what was read of it and why; whatever comes, there is a line. */
record MailLines(MailInspector inspector) {
    /** A mail may be as long as is read of one, in base64. */
    private static final int MAX_RECORD = 64 << 20;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_RECORD).build())
            .build());

    /** The header that makes a body alone a mail. */
    private static final Map<String, String> HEADERS = Map.of(
            "rfc822", "",
            "text", "Content-Type: text/plain; charset=utf-8\r\n\r\n",
            "text/html", "Content-Type: text/html; charset=utf-8\r\n\r\n",
            "tnef", "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\n");

    String ofRecord(String line) {
        JsonNode id = NullNode.instance;
        try {
            JsonNode record = JSON.readTree(line);
            id = record.path("id").isMissingNode() ? id : record.path("id");
            String header = HEADERS.get(record.path("input").asText("rfc822"));
            if (header == null) {
                return error(id, "input must be one of rfc822, text, text/html, tnef");
            }
            byte[] body =
                    Base64.getMimeDecoder().decode(record.path("raw_base64").asText());
            ByteArrayOutputStream raw = new ByteArrayOutputStream(header.length() + body.length);
            raw.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
            raw.writeBytes(body);
            return line(id, new RawMail("record", raw.toByteArray(), raw.size()))
                    .toString();
        } catch (JsonProcessingException e) {
            return error(id, "no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return error(id, "raw_base64 is no base64");
        }
    }

    String of(String id, RawMail mail) {
        return line(JSON.getNodeFactory().textNode(id), mail).toString();
    }

    /** A line with every field, as of a mail that is empty. */
    private String error(JsonNode id, String problem) {
        return line(id, new RawMail("record", new byte[0], 0))
                .put("error", problem)
                .toString();
    }

    private ObjectNode line(JsonNode id, RawMail raw) {
        long start = System.nanoTime();
        MailReading mail = inspector.inspect(raw);
        double ms = (System.nanoTime() - start) / 1_000 / 1_000.0;
        ObjectNode line = JSON.createObjectNode();
        line.set("id", id);
        line.put("from", mail.from().map(p -> p.address().value()).orElse(""));
        line.put("from_name", mail.from().map(MailPerson::name).orElse(""));
        line.set("to", addresses(mail.to()));
        line.set("cc", addresses(mail.cc()));
        line.set("reply_to", addresses(mail.replyTo()));
        line.put("subject", mail.subject());
        line.put("body_text", mail.fullText());
        line.put("reply_text", mail.visibleText());
        ArrayNode files = line.putArray("attachments");
        mail.files().forEach(f -> files.add(file(f)));
        line.put("is_auto_reply", mail.verdict().nature() instanceof MessageNature.AutomaticReply);
        line.put("may_auto_respond", mail.verdict().mayNotAnswer().isEmpty());
        line.put("is_bounce", mail.isBounce());
        line.put("is_feedback", mail.verdict().feedback());
        ArrayNode recipients = line.putArray("recipients");
        mail.bounce().ifPresent(b -> b.recipients().forEach(r -> recipients.add(recipient(r))));
        line.set("reasons", reasons(mail));
        line.put("error", mail.problem().orElse(null));
        return line.put("ms", ms);
    }

    private static ArrayNode addresses(List<MailPerson> people) {
        ArrayNode array = JSON.createArrayNode();
        people.forEach(p -> array.add(p.address().value()));
        return array;
    }

    private static ObjectNode file(MailFile file) {
        boolean text = file.type().startsWith("text/");
        byte[] bytes =
                text ? withLineFeeds(file.content().bytes()) : file.content().bytes();
        return JSON.createObjectNode()
                .put("filename", file.name())
                .put("type", file.type())
                .put("sha1", sha1(bytes))
                .put("size", bytes.length);
    }

    private static byte[] withLineFeeds(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            boolean pair = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (!pair) {
                out.write(bytes[i]);
            }
        }
        return out.toByteArray();
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private static ObjectNode recipient(BounceRecipient recipient) {
        return JSON.createObjectNode()
                .put("address", recipient.address().map(a -> a.value()).orElse(""))
                .put("status", recipient.status())
                .put("hard", recipient.hard())
                .put("action", recipient.action().name().toLowerCase(Locale.ROOT))
                .put("cause", recipient.cause().name())
                .put("diagnostic", recipient.diagnostic());
    }

    private static ObjectNode reasons(MailReading mail) {
        ObjectNode reasons = JSON.createObjectNode();
        MessageNature nature = mail.verdict().nature();
        if (nature instanceof MessageNature.AutomaticReply reply) {
            reasons.put("automatic", reply.reason());
        } else if (nature instanceof MessageNature.Bulk bulk) {
            reasons.put("automatic", bulk.reason());
        }
        mail.verdict().mayNotAnswer().ifPresent(reason -> reasons.put("may_not_answer", reason));
        mail.bounce().ifPresent(bounce -> reasons.put("bounce", bounce.form()));
        mail.protection().ifPresent(protection -> reasons.put("protection", protection.name()));
        ArrayNode cut = JSON.createArrayNode();
        mail.reply()
                .pieces()
                .forEach(piece -> piece.rule()
                        .ifPresent(rule -> cut.addObject()
                                .put("kind", piece.kind().name())
                                .put("rule", rule.name())
                                .put("line", piece.line())));
        reasons.set("cut", cut);
        mail.bounce().flatMap(b -> b.originalMessageId()).ifPresent(id -> reasons.put("about_message", id));
        return reasons;
    }
}
