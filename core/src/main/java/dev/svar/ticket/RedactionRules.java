package dev.svar.ticket;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is kept of the facts that a host gives when it opens a ticket. A rule is for every fact whose name holds its word,
 * in any letter case and however the parts of a name are joined: {@code account_number} is for {@code accountNumber} and
 * {@code Account number} too. The first rule that fits counts. What is dropped or masked is never stored. Immutable, pure.
 */
public final class RedactionRules {
    /** How many characters at the end of a masked value stay. */
    public static final int KEPT = 4;

    private static final String MASK = "****";
    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Pattern JOINT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final RedactionRules STANDARD = builder()
            .drop("password")
            .drop("passwd")
            .drop("passphrase")
            .drop("secret")
            .drop("api_key")
            .drop("apikey")
            .drop("token")
            .drop("cvc")
            .drop("cvv")
            .mask("card")
            .mask("iban")
            .mask("account_number")
            .build();

    private final Map<String, Treatment> byWord;

    private RedactionRules(Builder b) {
        this.byWord = new LinkedHashMap<>(b.byWord);
    }

    private enum Treatment {
        KEEP,
        MASK,
        DROP
    }

    /** {@return rules that drop passwords, secrets, keys and tokens and mask the numbers of cards and bank accounts} */
    public static RedactionRules standard() {
        return STANDARD;
    }

    /** {@return a builder of no rules: everything is kept} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Applies the rules.
     *
     * @param facts what the host gave
     * @return what is kept of them
     */
    public List<ContextFact> apply(List<ContextFact> facts) {
        List<ContextFact> kept = new ArrayList<>();
        for (ContextFact fact : facts) {
            switch (treatment(fact.name())) {
                case KEEP -> kept.add(fact);
                case MASK -> kept.add(masked(fact));
                case DROP -> {
                    // nothing of it is kept
                }
            }
        }
        return kept;
    }

    private Treatment treatment(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String parts = joined(HUMP.matcher(name).replaceAll("_")).toLowerCase(Locale.ROOT);
        return byWord.entrySet().stream()
                .filter(rule -> lower.contains(rule.getKey()) || parts.contains(joined(rule.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Treatment.KEEP);
    }

    private static String joined(String name) {
        return JOINT.matcher(name).replaceAll("_");
    }

    private static ContextFact masked(ContextFact fact) {
        String text = fact.value().text();
        // Of a short value its end would be most of it.
        String end = text.length() < 3 * KEPT ? "" : text.substring(text.length() - KEPT);
        return new ContextFact(fact.name(), FieldValue.of(MASK + end), fact.audience());
    }

    /** Collects rules. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, Treatment> byWord = new LinkedHashMap<>();

        private Builder() {}

        private Builder rule(String word, Treatment treatment) {
            Check.line("redaction.word", word, ContextFact.MAX_NAME_LENGTH);
            if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
                throw new InvalidValueException("redaction.word", "holds no letter or digit, it would fit any name");
            }
            byWord.putIfAbsent(word.toLowerCase(Locale.ROOT), treatment);
            return this;
        }

        /**
         * Keeps facts as they are, before a later rule would say otherwise.
         *
         * @param word a part of their names
         * @return this
         */
        public Builder keep(String word) {
            return rule(word, Treatment.KEEP);
        }

        /**
         * Keeps the last {@value RedactionRules#KEPT} characters of values that are at least three times as long, and
         * nothing of shorter ones.
         *
         * @param word a part of the names of the facts
         * @return this
         */
        public Builder mask(String word) {
            return rule(word, Treatment.MASK);
        }

        /**
         * Drops facts.
         *
         * @param word a part of their names
         * @return this
         */
        public Builder drop(String word) {
            return rule(word, Treatment.DROP);
        }

        /** {@return the rules} */
        public RedactionRules build() {
            return new RedactionRules(this);
        }
    }
}
