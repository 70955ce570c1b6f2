package dev.svar.template;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The cardinal plural rules of the <a href="https://www.unicode.org/cldr/charts/46/supplemental/language_plural_rules.html">CLDR
 * (46)</a>. A language that is not here has one form, as the root of the CLDR says.
 */
final class PluralRules {
    private static final Map<String, Function<PluralOperands, Plural>> BY_LANGUAGE = rules();

    private PluralRules() {}

    /** The form that goes with a number in the language of a tag. */
    static Plural of(String tag, BigDecimal number) {
        String known = tag;
        while (!BY_LANGUAGE.containsKey(known) && known.indexOf('-') > 0) {
            known = known.substring(0, known.lastIndexOf('-'));
        }
        Function<PluralOperands, Plural> rule = BY_LANGUAGE.getOrDefault(known, n -> Plural.OTHER);
        return rule.apply(PluralOperands.of(number));
    }

    private static Map<String, Function<PluralOperands, Plural>> rules() {
        Map<String, Function<PluralOperands, Plural>> rules = new HashMap<>();
        List.of("en", "sv", "fi", "de", "nl", "et").forEach(tag -> rules.put(tag, n -> one(n.plainOne())));
        List.of("nb", "nn", "no", "hu", "tr", "el", "bg").forEach(tag -> rules.put(tag, n -> one(n.n(1))));
        rules.put("da", n -> one(n.n(1) || (n.t() && n.i() <= 1)));
        rules.put("fr", n -> oneOrMillions(n.i() <= 1, n));
        rules.put("pt", n -> oneOrMillions(n.i() <= 1, n));
        List.of("it", "pt-PT", "ca").forEach(tag -> rules.put(tag, n -> oneOrMillions(n.plainOne(), n)));
        rules.put("es", n -> oneOrMillions(n.n(1), n));
        List.of("ru", "uk").forEach(tag -> rules.put(tag, PluralRules::eastSlavic));
        rules.put("pl", PluralRules::polish);
        List.of("cs", "sk").forEach(tag -> rules.put(tag, PluralRules::czech));
        rules.put("ro", PluralRules::romanian);
        rules.put("ar", PluralRules::arabic);
        rules.put("he", PluralRules::hebrew);
        return Map.copyOf(rules);
    }

    private static Plural one(boolean one) {
        return one ? Plural.ONE : Plural.OTHER;
    }

    /** {@code 2 millions de réponses}. */
    private static Plural oneOrMillions(boolean one, PluralOperands n) {
        return !one && n.v() == 0 && n.million() ? Plural.MANY : one(one);
    }

    private static Plural eastSlavic(PluralOperands n) {
        if (n.v() != 0) {
            return Plural.OTHER;
        } else if (n.i10(1, 1) && !n.i100(11, 11)) {
            return Plural.ONE;
        }
        return fewOrMany(n);
    }

    private static Plural polish(PluralOperands n) {
        if (n.v() != 0) {
            return Plural.OTHER;
        }
        return n.i() == 1 ? Plural.ONE : fewOrMany(n);
    }

    private static Plural fewOrMany(PluralOperands n) {
        return n.i10(2, 4) && !n.i100(12, 14) ? Plural.FEW : Plural.MANY;
    }

    private static Plural czech(PluralOperands n) {
        if (n.v() != 0) {
            return Plural.MANY;
        } else if (n.i() >= 2 && n.i() <= 4) {
            return Plural.FEW;
        }
        return one(n.i() == 1);
    }

    private static Plural romanian(PluralOperands n) {
        if (n.plainOne()) {
            return Plural.ONE;
        }
        return n.v() != 0 || n.n(0) || n.n100(1, 19) ? Plural.FEW : Plural.OTHER;
    }

    private static Plural arabic(PluralOperands n) {
        if (n.n(0)) {
            return Plural.ZERO;
        } else if (n.n(2)) {
            return Plural.TWO;
        } else if (n.n100(3, 10)) {
            return Plural.FEW;
        }
        return n.n100(11, 99) ? Plural.MANY : one(n.n(1));
    }

    private static Plural hebrew(PluralOperands n) {
        if (n.i() == 2 && n.v() == 0) {
            return Plural.TWO;
        }
        return one(n.plainOne() || (n.i() == 0 && n.v() != 0));
    }
}
