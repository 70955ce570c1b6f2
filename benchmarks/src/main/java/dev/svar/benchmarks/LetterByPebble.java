package dev.svar.benchmarks;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Pebble with its defaults: HTML is escaped. */
final class LetterByPebble implements LetterWriter {
    private final PebbleTemplate template = new PebbleEngine.Builder()
            .loader(new StringLoader())
            .newLineTrimming(false)
            .build()
            .getTemplate("""
                    <p>Hello {{ first_name | default("there") }},</p>
                    <p>{% if priority == "URGENT" %}We have dropped everything else.{% elseif priority == "HIGH" %}\
                    You are next in line.{% else %}We look at it in turn.{% endif %}</p>
                    <ul>
                    {% for update in updates %}<li>{{ update.at | date("TIME", timeZone="ZONE") }} <b>{{ update.author }}</b>: \
                    {{ update.text }}</li>
                    {% endfor %}</ul>
                    <p>You hear from us by {{ due | date("TIME", timeZone="ZONE") }}.</p>
                    <blockquote>{{ description }}</blockquote>
                    """.replace("TIME", SampleLetter.TIME).replace("ZONE", SampleLetter.ZONE.getId()));

    @Override
    public String write(SampleLetter letter) {
        StringWriter out = new StringWriter();
        try {
            template.evaluate(out, letter.asMaps(), SampleLetter.LOCALE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
