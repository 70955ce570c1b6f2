package dev.svar.benchmarks;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** jmustache. Mustache compares nothing, so the host says which sentence it is; times are written by its formatter. */
final class LetterByMustache implements LetterWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(SampleLetter.TIME, SampleLetter.LOCALE).withZone(SampleLetter.ZONE);
    private final Template template = Mustache.compiler()
            .withFormatter(value -> value instanceof Instant at ? TIME.format(at) : String.valueOf(value))
            .compile("""
                    <p>Hello {{#first_name}}{{first_name}}{{/first_name}}{{^first_name}}there{{/first_name}},</p>
                    <p>{{#urgent}}We have dropped everything else.{{/urgent}}{{#high}}You are next in line.{{/high}}\
                    {{#other}}We look at it in turn.{{/other}}</p>
                    <ul>
                    {{#updates}}
                    <li>{{at}} <b>{{author}}</b>: {{text}}</li>
                    {{/updates}}
                    </ul>
                    <p>You hear from us by {{due}}.</p>
                    <blockquote>{{description}}</blockquote>
                    """);

    @Override
    public String write(SampleLetter letter) {
        Map<String, Object> data = letter.asMaps();
        boolean urgent = letter.priority().equals("URGENT");
        boolean high = letter.priority().equals("HIGH");
        data.put("urgent", urgent);
        data.put("high", high);
        data.put("other", !urgent && !high);
        return template.execute(data);
    }
}
