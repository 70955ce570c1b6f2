package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a line of a report names recipients, the surest form first. */
enum AddressLines {
    /** {@code <kim@lee.example>: 550 no such user}, with a dash or a number before it, or several and nothing else. */
    LISTED {
        @Override
        Optional<Beginning> in(String line) {
            return beginning(line, skip(line, number(line), MARKS)).filter(b -> isAbout(b.rest()));
        }
    },

    /** {@code Recipient: kim@lee.example}. */
    LABELS {
        @Override
        Optional<Beginning> in(String line) {
            int colon = PlainWords.colon(line, 0);
            if (colon < 0 || colon > MAX_LABEL || line.indexOf('@', colon) < 0) {
                return Optional.empty();
            }
            String label = label(line, colon);
            return isRecipient(label) || isTo(label) ? behind(line.substring(colon + 1)) : Optional.empty();
        }
    },

    /** {@code 554 <kim@lee.example>... Host unknown}. */
    TRANSCRIPT {
        @Override
        Optional<Beginning> in(String line) {
            return beginning(line, skip(line, 0, " \t<.0123456789")).map(b -> new Beginning(b.addresses(), line));
        }
    },

    /** {@code kim@lee.example is someone we do not know}. */
    SENTENCES {
        @Override
        Optional<Beginning> in(String line) {
            return beginning(line, skip(line, 0, MARKS));
        }
    };

    /** What may stand behind the word for a recipient in a label. */
    private static final Pattern LABEL_END =
            Pattern.compile("(?:\\(\\p{L}{1,4}\\))?(?:[ -]?(?:address(?:es)?|adressen?|adresse|e-?mail))?\\P{L}*$");

    /** What may stand behind the colon before the address: its type, a name before brackets. */
    private static final Pattern FRONT = Pattern.compile(
            "[\\s\\[\"'<(]*+(?:(?:rfc822|utf-8|smtp|mailto)\\s*+[;:])?(?:[\\p{L} .,'\"-]{1,60}+[<(\\[])?[\\s\\[\"'<(]*+",
            Pattern.CASE_INSENSITIVE);

    private static final String MARKS = " \t*•->\"'<";
    private static final int MAX_LABEL = 60;
    private static final int MAX_BEHIND = 1_000;
    private static final Pattern NUMBER = Pattern.compile("\\s{0,20}\\d{1,3}[.)]\\s");
    private static final List<String> RECIPIENTS = List.of(
            "recipient",
            "failed address",
            "empfanger",
            "destinat",
            "ontvanger",
            "odbiorc",
            "adresat",
            "получател",
            "отримувач",
            "mottagare",
            "modtager",
            "mottaker",
            "vastaanottaj",
            "prijemc",
            "cimzett",
            "παραληπτ",
            "alici",
            "收件人",
            "宛先",
            "あて先",
            "受信者",
            "받는",
            "수신",
            "المستلم",
            "נמען");

    /** The addresses that a line begins with, and what follows them. */
    record Beginning(List<Address> addresses, String rest) {}

    /** What the line begins with in this form; empty if it has another. */
    abstract Optional<Beginning> in(String line);

    /** Whether the line is that of a header, which names also those whom nothing befell. */
    static boolean isHeader(String line) {
        int colon = PlainWords.colon(line, 0);
        String label = colon < 0 || colon > MAX_LABEL ? "" : label(line, colon);
        return isTo(label) && !isRecipient(label);
    }

    private static String label(String line, int colon) {
        return BouncePhrases.plain(line.substring(Math.min(colon, skip(line, 0, MARKS + "[")), colon));
    }

    private static boolean isTo(String label) {
        return ThreadWords.field(PlainWords.of(label)) == ThreadWords.Field.TO;
    }

    private static boolean isRecipient(String label) {
        String bare = LABEL_END.matcher(label).replaceFirst("");
        return RECIPIENTS.stream().anyMatch(word -> endsIn(label, word) || endsIn(bare, word));
    }

    /** Whether the last word has this in it; Chinese, Japanese and Korean say so anywhere. */
    private static boolean endsIn(String label, String word) {
        int at = label.lastIndexOf(word);
        return at >= 0 && (word.charAt(0) >= '\u1100' || label.indexOf(' ', at + word.length()) < 0);
    }

    private static Optional<Beginning> beginning(String line, int start) {
        int end = AddressWords.end(line, start);
        return AddressList.address(line.substring(start, end)).map(first -> {
            List<Address> all = new ArrayList<>(List.of(first));
            List<Address> more = AddressWords.following(line, end);
            String rest = line.substring(end);
            if (!more.isEmpty() && isNothingElse(rest)) {
                all.addAll(more);
                return new Beginning(all, "");
            }
            return new Beginning(all, rest);
        });
    }

    private static Optional<Beginning> behind(String text) {
        int at = text.indexOf('@');
        int start = AddressWords.start(text, at);
        int end = AddressWords.end(text, at);
        return AddressList.address(text.substring(start, end))
                .filter(first -> FRONT.matcher(text.substring(0, start)).matches())
                .map(first -> {
                    List<Address> all = new ArrayList<>(List.of(first));
                    all.addAll(AddressWords.following(text, end));
                    return new Beginning(all, all.size() == 1 ? text.substring(end) : "");
                });
    }

    private static boolean isNothingElse(String rest) {
        for (String word : rest.split("[ \t<>\"'(),;\\[\\]:]+", -1)) {
            if (!word.isEmpty() && AddressList.address(word).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether what follows the address reports about it; a sentence may be about anything. */
    private static boolean isAbout(String rest) {
        String words = rest.strip();
        return words.isEmpty()
                || words.equals(".")
                || words.startsWith("...")
                || "<>()[]{}:|=*\"'".indexOf(words.charAt(0)) >= 0
                || rest.startsWith("  ")
                || rest.startsWith("\t")
                || ReplyCode.in(words).isPresent()
                || EnhancedStatus.in(words).isPresent()
                || BouncePhrases.cause(PlainText.cut(words, MAX_BEHIND)).isPresent();
    }

    private static int number(String line) {
        Matcher number = NUMBER.matcher(line);
        return number.lookingAt() ? number.end() : 0;
    }

    private static int skip(String line, int from, String marks) {
        int start = from;
        while (start < line.length() && marks.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }
}
