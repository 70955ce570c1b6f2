package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.mail.DkimSigner;
import dev.svar.mail.SmtpSecurity;
import dev.svar.mail.SmtpTransport;
import dev.svar.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Mail is signed with DKIM, for a mail server that does not do it; the public half of the key is published in the DNS. */
public final class SignMail {
    private static final String DOMAIN = "shop.example";
    private static final String SELECTOR = "s2026";
    private static final int MAX_STRING = 255; // of a TXT record, which may have several (RFC 6376, 3.6.2.2)

    private SignMail() {}

    /**
     * Sends a letter and prints what to publish and how it was signed.
     *
     * @param arguments a file with an RSA key, as {@code openssl genpkey -algorithm RSA} writes it; without it one is made
     * @throws GeneralSecurityException if this platform has no RSA
     * @throws IOException if the file cannot be read
     */
    public static void main(String... arguments) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = arguments.length > 0
                ? DkimSigner.key(Files.readString(Path.of(arguments[0])))
                : generator.generateKeyPair().getPrivate();
        run(Stage.printing(), key);
    }

    static HelpDesk run(Stage stage, PrivateKey key) throws GeneralSecurityException {
        stage.story().tell("To publish", SELECTOR + "._domainkey." + DOMAIN + ". IN TXT " + record(key));
        try (MailServer server = MailServer.start(Stage.KARI);
                SmtpTransport smtp = SmtpTransport.builder(MailServer.HOST, server.smtpPort(), stage.time())
                        .security(SmtpSecurity.NONE) // STARTTLS is the default
                        .signer(DkimSigner.of(DOMAIN, SELECTOR, key, stage.time()))
                        .build()) {
            HelpDesk desk = HelpDesk.builder(new MemoryStore())
                    .time(stage.time())
                    .mailbox(new Mailbox(Stage.SUPPORT, "The shop"))
                    .transport(smtp)
                    .build();
            desk.open(NewTicket.builder(Stage.KARI, "Cannot pay", "The page stays blank.")
                    .build());
            desk.runDue(10); // sends the acknowledgement
            String mail = server.lastMail(Stage.KARI.value()).replace("\r\n", "\n");
            stage.story().tell("What Kari's server gets", "\n" + mail);
            return desk;
        }
    }

    /** The public half of the key, in as many strings as it takes. */
    private static String record(PrivateKey key) throws GeneralSecurityException {
        if (!(key instanceof RSAPrivateCrtKey rsa)) {
            throw new IllegalArgumentException("is no RSA key with its public exponent");
        }
        RSAPublicKeySpec half = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
        byte[] bytes = KeyFactory.getInstance("RSA").generatePublic(half).getEncoded();
        String value = "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(bytes);
        return "( \"" + value.replaceAll("(.{" + MAX_STRING + "})(?=.)", "$1\" \"") + "\" )";
    }
}
