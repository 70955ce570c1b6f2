package dev.svar.benchmarks;

import java.util.List;

/** Replies such as customers send: a few lines of answer above, below or within a thread of one to three mails. */
final class SampleReplies {
    private static final String ANSWER = "Hello,\n\nthe lamp came yesterday, but its glass was broken in two places.\n"
            + "Could you send another one to the same address? I enclose a picture.\n\nThank you,\nKim\n\n";
    private static final String MAIL =
            "Hello Kim,\n\nyour order 4711 left our store this morning and will be with you in\n"
                    + "three days. You can follow it at https://shop.example/parcels/4711 with the\nnumber that we sent you. "
                    + "If anything is missing, or broken, please answer this\nmail within two weeks and we send it again.\n\n"
                    + "Regards,\nthe desk of the shop\n-- \nThe Shop, 1 Harbour Street\nwww.shop.example\n\n";

    private SampleReplies() {}

    static List<String> all() {
        return List.of(
                ANSWER + "On Fri, May 3, 2024 at 10:12 AM Desk <desk@shop.example> wrote:\n\n"
                        + quoted(MAIL + quoted(MAIL)),
                ANSWER + "Sent from my iPhone\n\n> On 3 May 2024, at 10:12, Desk <desk@shop.example> wrote:\n> \n"
                        + quoted(MAIL),
                ANSWER
                        + header("From", "Sent", "To", "Subject")
                        + MAIL
                        + header("From", "Sent", "To", "Subject")
                        + MAIL
                        + MAIL,
                ANSWER + "________________________________\n" + header("Fra", "Sendt", "Til", "Emne") + MAIL + MAIL,
                ANSWER + "Am 03.05.24 um 10:12 schrieb Desk:\n" + quoted(MAIL + MAIL),
                "Le 3 mai 2024 à 10:12, Desk <desk@shop.example> a écrit :\n" + quoted(MAIL) + "\n" + ANSWER,
                ANSWER + "-- \nKim Lee\n+47 22 33 44 55\n",
                ANSWER + ANSWER + ANSWER);
    }

    private static String quoted(String mail) {
        return "> " + mail.stripTrailing().replace("\n", "\n> ") + "\n";
    }

    private static String header(String from, String sent, String to, String subject) {
        return from + ": Desk <desk@shop.example>\n" + sent + ": Friday, May 3, 2024 10:12 AM\n" + to + ": Kim Lee\n"
                + subject + ": Your order 4711\n\n";
    }
}
