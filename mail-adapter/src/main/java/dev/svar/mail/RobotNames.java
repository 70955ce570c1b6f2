package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Local parts behind which nobody reads mail, or a machine does (RFC 3834, section 2; RFC 5230, section 4.6). */
final class RobotNames {
    private static final Set<String> DAEMONS =
            Set.of("mailer-daemon", "mail-daemon", "mailerdaemon", "mailer_daemon", "daemon");
    private static final Set<String> MACHINES = Set.of(
            "listserv",
            "majordomo",
            "root",
            "postmaster",
            "cron",
            "www-data",
            "apache",
            "nobody",
            "bounce",
            "bounces",
            "alerts",
            "alert",
            "notification",
            "notifications",
            "notify",
            "newsletter",
            "newsletters",
            "mailer",
            "robot",
            "autoreply",
            "auto-reply",
            "automailer");
    private static final List<String> UNREAD = List.of(
            "noreply",
            "no-reply",
            "no_reply",
            "no.reply",
            "donotreply",
            "do-not-reply",
            "do_not_reply",
            "do.not.reply",
            "dont-reply",
            "dontreply",
            "not-reply",
            "nicht-antworten",
            "ne-pas-repondre",
            "nepasrepondre",
            "no-responder",
            "noresponder",
            "nao-responda",
            "naoresponda",
            "nao-responder",
            "non-rispondere",
            "nonrispondere",
            "ikke-svar",
            "ikkesvar",
            "svar-ikke",
            "svarej",
            "svara-ej",
            "noreplay",
            "unmonitored");

    private RobotNames() {}

    static boolean isDaemon(Address address) {
        return DAEMONS.contains(address.localPart());
    }

    /** Why nobody would read an answer to that address; empty if somebody may. */
    static Optional<String> unread(Address address) {
        String local = address.localPart();
        boolean list = local.startsWith("owner-") || local.endsWith("-owner") || local.endsWith("-request");
        boolean returns = local.startsWith("bounce-") || local.startsWith("bounces+") || local.startsWith("bounce+");
        boolean unread = UNREAD.stream().anyMatch(local::contains) || MACHINES.contains(local) || list || returns;
        return unread ? Optional.of("nobody reads " + local) : Optional.empty();
    }
}
