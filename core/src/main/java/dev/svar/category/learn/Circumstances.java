package dev.svar.category.learn;

import dev.svar.category.CategoryQuestion;
import dev.svar.ticket.ContextFact;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is known beside the text: how it came, from where, in which language, and the host's facts. */
final class Circumstances {
    private Circumstances() {}

    static Map<String, String> of(CategoryQuestion question) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("channel", question.channel().name());
        question.language().map(Locale::getLanguage).ifPresent(language -> all.put("language", language));
        question.senderDomain().ifPresent(domain -> all.put("sender", domain));
        for (ContextFact fact : question.facts()) {
            all.put("fact " + fact.name(), fact.value().text());
        }
        return all;
    }
}
