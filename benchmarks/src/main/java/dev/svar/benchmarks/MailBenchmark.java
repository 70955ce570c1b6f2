package dev.svar.benchmarks;

import dev.svar.contact.Address;
import dev.svar.mail.MailReader;
import dev.svar.message.Incoming;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A typical mail of some 20 KB with two forms of its text and a picture. {@code svar} is all that is done with one before the
 * desk has it: MIME, character sets, digests, the visible reply, bounce or not, machine or not, whose forward. {@code angus}
 * only parses it and reads every part to its end.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class MailBenchmark {
    private final byte[] raw = SampleMail.raw();
    private final MailReader reader =
            MailReader.forMailbox(Address.mail("support@shop.example")).confirmedBy("mx.shop.example");
    private final Session session = Session.getInstance(new Properties());

    @Benchmark
    public Incoming svar() {
        return reader.read(raw);
    }

    @Benchmark
    public long angus() throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage(session, new ByteArrayInputStream(raw));
        return mail.getSubject().length() + mail.getFrom().length + mail.getAllRecipients().length + read(mail);
    }

    private static long read(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            long all = 0;
            for (int i = 0; i < parts.getCount(); i++) {
                all += read(parts.getBodyPart(i));
            }
            return all;
        } else if (content instanceof String text) {
            return text.length();
        }
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes().length;
        }
    }
}
