package dev.svar.testkit;

import dev.svar.category.Categorizer;
import dev.svar.category.RuleCategorizer;
import java.time.Duration;
import java.util.List;

/** Rules about payments and start lists in six languages. */
abstract class PaymentCategorizerContract extends CategorizerContract {
    static Categorizer rules() {
        return RuleCategorizer.builder()
                .rule("payment", "betal*", "kort*", "pay*", "card", "maks*", "fizet*", "оплат*")
                .rule("start list", "startnummer*", "bib", "lähtönumero*", "rajtszám*", "номер*")
                .build();
    }

    @Override
    protected final List<Known> known() {
        return List.of(
                Known.mail("nb", "Betaling", "Jeg får ikke betalt med kortet mitt.", "payment"),
                Known.mail("sv", "Hej", "Jag kan inte betala.", "payment"),
                Known.mail("en", "Where is my bib?", "I paid last week.", "start list"),
                Known.mail("fi", "Maksu", "En voi maksaa.", "payment"),
                Known.mail("hu", "Rajtszám", "Hol van?", "start list"),
                Known.mail("ru", "Не могу оплатить", "Карта не принимается.", "payment"));
    }

    @Override
    protected Duration longestAnswer() {
        return Duration.ofSeconds(60);
    }
}
