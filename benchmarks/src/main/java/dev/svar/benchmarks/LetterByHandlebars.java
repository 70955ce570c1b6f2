package dev.svar.benchmarks;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Handlebars.java. It compares nothing without helpers, so the host says which sentence it is. */
final class LetterByHandlebars implements LetterWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(SampleLetter.TIME, SampleLetter.LOCALE).withZone(SampleLetter.ZONE);
    private final Template template;

    LetterByHandlebars() {
        try {
            template = new Handlebars()
                    .registerHelper("time", (at, options) -> TIME.format((Instant) at))
                    .compileInline("""
                            <p>Hello {{#if first_name}}{{first_name}}{{else}}there{{/if}},</p>
                            <p>{{#if urgent}}We have dropped everything else.{{else if high}}You are next in line.\
                            {{else}}We look at it in turn.{{/if}}</p>
                            <ul>
                            {{#each updates}}<li>{{time at}} <b>{{author}}</b>: {{text}}</li>
                            {{/each}}</ul>
                            <p>You hear from us by {{time due}}.</p>
                            <blockquote>{{description}}</blockquote>
                            """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String write(SampleLetter letter) {
        Map<String, Object> data = letter.asMaps();
        data.put("urgent", letter.priority().equals("URGENT"));
        data.put("high", letter.priority().equals("HIGH"));
        try {
            return template.apply(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
