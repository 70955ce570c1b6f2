package dev.svar.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liqp.Template;
import liqp.TemplateParser;

/** Liqp, the Liquid of the JVM. It escapes nothing by itself, so its template asks for it; times are given to it with their zone. */
final class LetterByLiqp implements LetterWriter {
    private final Template template = new TemplateParser.Builder()
            .withLocale(SampleLetter.LOCALE)
            .withDefaultTimeZone(SampleLetter.ZONE)
            .build()
            .parse(source(" | escape"));

    static String source(String escape) {
        return """
                <p>Hello {{ first_name | default: "there"ESCAPE }},</p>
                <p>{% if priority == "URGENT" %}We have dropped everything else.{% elsif priority == "HIGH" %}You are next in line.\
                {% else %}We look at it in turn.{% endif %}</p>
                <ul>
                {% for update in updates %}<li>{{ update.at | date: "TIME" }} <b>{{ update.authorESCAPE }}</b>: \
                {{ update.textESCAPE }}</li>
                {% endfor %}</ul>
                <p>You hear from us by {{ due | date: "TIME" }}.</p>
                <blockquote>{{ descriptionESCAPE }}</blockquote>
                """.replace("TIME", SampleLetter.STRFTIME).replace("ESCAPE", escape);
    }

    @Override
    public String write(SampleLetter letter) {
        List<Map<String, Object>> updates = new ArrayList<>();
        for (SampleLetter.Update update : letter.updates()) {
            updates.add(Map.of(
                    "author", update.author(), "at", update.at().atZone(SampleLetter.ZONE), "text", update.text()));
        }
        Map<String, Object> data = letter.asMaps();
        data.put("due", letter.due().atZone(SampleLetter.ZONE));
        data.put("updates", updates);
        return template.render(data);
    }
}
