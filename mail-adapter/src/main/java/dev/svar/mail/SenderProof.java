package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the host's own mail server found out about a mail's sender (RFC 8601). Anybody can write such fields into a mail, and
 * the server takes those out that bear its own name, so only the topmost ones count and only if they bear it.
 */
final class SenderProof {
    private static final int MAX_RESULTS = 100;
    private static final String FIELD = "authentication-results";

    private SenderProof() {}

    /** Whether the server says that the mail comes from the domain that its only sender's address has. */
    static boolean confirms(Headers headers, String server, Address sender) {
        List<String> from = headers.all("from");
        boolean one = from.size() == 1
                && AddressList.parse(from.get(0)).stream()
                        .map(MailPerson::address)
                        .toList()
                        .equals(List.of(sender));
        if (!one) {
            return false;
        }
        List<Result> results = results(headers, server);
        boolean refused = results.stream()
                .anyMatch(r -> r.method().equals("dmarc") && r.value().equals("fail"));
        return !refused && results.stream().anyMatch(r -> r.confirms(sender.domain()));
    }

    /** Those of the topmost fields, up to the trace of an earlier server. */
    private static List<Result> results(Headers headers, String server) {
        List<Result> results = new ArrayList<>();
        boolean begun = false;
        for (Headers.Field field : headers.fields()) {
            if (field.name().equals(FIELD)) {
                String[] pieces = plain(field.value()).split(";", MAX_RESULTS);
                if (!server.equalsIgnoreCase(pieces[0].strip().split("\\s", 2)[0])) {
                    return results;
                }
                begun = true;
                for (int i = 1; i < pieces.length; i++) {
                    results.add(Result.of(pieces[i]));
                }
            } else if (begun && field.name().equals("received")) {
                return results;
            }
        }
        return results;
    }

    /** Without comments, and without semicolons in what is quoted. */
    private static String plain(String value) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                // What is quoted, a local part say, must not end the word that it stands in.
                plain.append(quoted && (c == ';' || c == '=' || Character.isWhitespace(c)) ? '_' : c);
            }
        }
        return plain.toString();
    }

    /**
     * One result.
     *
     * @param method how it was found out, such as {@code dkim}
     * @param value what came out, such as {@code pass}
     * @param properties what it is about, such as {@code header.d}
     */
    private record Result(String method, String value, Map<String, String> properties) {
        static Result of(String piece) {
            String method = "";
            String value = "";
            Map<String, String> properties = new HashMap<>();
            for (String word : piece.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
                int equals = word.indexOf('=');
                if (equals > 0 && method.isEmpty()) {
                    method = word.substring(0, equals).split("/", 2)[0];
                    value = word.substring(equals + 1);
                } else if (equals > 0) {
                    properties.putIfAbsent(word.substring(0, equals), word.substring(equals + 1));
                }
            }
            return new Result(method, value, properties);
        }

        boolean confirms(String domain) {
            if (!value.equals("pass")) {
                return false;
            }
            return switch (method) {
                case "dmarc" -> domain.equals(domainOf("header.from"));
                case "dkim" -> isAligned(domain, domainOf("header.d")) || isAligned(domain, domainOf("header.i"));
                case "spf" -> domain.equals(domainOf("smtp.mailfrom"));
                default -> false;
            };
        }

        private String domainOf(String property) {
            String whole = properties.getOrDefault(property, "");
            return whole.substring(whole.lastIndexOf('@') + 1);
        }

        /** A domain may sign for those below it, as long as it is no whole top-level domain. */
        private static boolean isAligned(String domain, String signer) {
            return domain.equals(signer) || (signer.indexOf('.') > 0 && domain.endsWith("." + signer));
        }
    }
}
