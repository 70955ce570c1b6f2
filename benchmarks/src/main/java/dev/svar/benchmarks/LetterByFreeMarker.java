package dev.svar.benchmarks;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/** FreeMarker with HTML output. It knows no java.time, so the host makes dates. */
final class LetterByFreeMarker implements LetterWriter {
    private final Template template;

    LetterByFreeMarker() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setLocale(SampleLetter.LOCALE);
        configuration.setTimeZone(TimeZone.getTimeZone(SampleLetter.ZONE));
        configuration.setDateTimeFormat(SampleLetter.TIME);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        try {
            template = new Template("letter", """
                    <p>Hello ${first_name!"there"},</p>
                    <p><#if priority == "URGENT">We have dropped everything else.<#elseif priority == "HIGH">\
                    You are next in line.<#else>We look at it in turn.</#if></p>
                    <ul>
                    <#list updates as update><li>${update.at?datetime} <b>${update.author}</b>: ${update.text}</li>
                    </#list></ul>
                    <p>You hear from us by ${due?datetime}.</p>
                    <blockquote>${description}</blockquote>
                    """, configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String write(SampleLetter letter) {
        List<Map<String, Object>> updates = new ArrayList<>();
        for (SampleLetter.Update update : letter.updates()) {
            updates.add(Map.of("author", update.author(), "at", Date.from(update.at()), "text", update.text()));
        }
        Map<String, Object> data = new HashMap<>();
        data.put("first_name", letter.firstName());
        data.put("priority", letter.priority());
        data.put("due", Date.from(letter.due()));
        data.put("description", letter.description());
        data.put("updates", updates);
        StringWriter out = new StringWriter();
        try {
            template.process(data, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }
}
