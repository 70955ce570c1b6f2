package dev.svar.mail;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for mail that is read wrongly, by Jazzer; what it finds is kept beside {@link FuzzedMailTest}. */
class MailFuzz {
    @FuzzTest(maxDuration = "10m")
    void mail(byte[] bytes) {
        FuzzedMailTest.Promise.MAIL.check(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void reply(byte[] bytes) {
        FuzzedMailTest.Promise.REPLY.check(bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void report(byte[] bytes) {
        FuzzedMailTest.Promise.REPORT.check(bytes);
    }
}
