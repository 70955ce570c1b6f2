package dev.svar.examples;

import dev.svar.template.Messages;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateProblem;
import dev.svar.template.TemplateSchema;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import dev.svar.template.TemplateSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The templates of a host, in files. */
final class TemplateFolder {
    private static final String PARTIALS = "partials";
    private static final String MESSAGES = "messages";
    private static final int LINES_BEFORE_THE_TEXT = 2;

    private final Path folder;
    private final Map<Path, Template> templates = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private TemplateCatalog catalog = TemplateCatalog.shipped();

    private TemplateFolder(Path folder) {
        this.folder = folder;
    }

    static TemplateFolder read(Path folder) throws IOException {
        TemplateFolder read = new TemplateFolder(folder);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, 3)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Messages messages = Messages.of(Locale.ENGLISH);
        for (Path file : files) {
            Path path = folder.relativize(file);
            String name = path.toString();
            if (path.startsWith(MESSAGES) && name.endsWith(".properties")) {
                messages = messages.with(language(path), properties(file));
            } else if (path.getNameCount() > 1 && name.endsWith(".liquid")) {
                read.take(path, Files.readString(file));
            }
        }
        read.catalog = read.catalog.with(messages);
        return read;
    }

    private static Properties properties(Path file) throws IOException {
        Properties texts = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Locale language(Path file) {
        String name = file.getName(file.getNameCount() - 1).toString();
        return Locale.forLanguageTag(name.substring(0, name.lastIndexOf('.')));
    }

    private void take(Path path, String content) {
        String name = path.getName(path.getNameCount() - 2).toString();
        try {
            if (path.startsWith(PARTIALS)) {
                catalog = catalog.withPartial(name, language(path), content);
            } else {
                Template template = Template.read(name, language(path), content);
                catalog = catalog.with(template);
                templates.put(path, template);
            }
        } catch (TemplateSyntaxException e) {
            unreadable.add(path + ":" + e.line() + ":" + e.column() + ": " + e.problem());
        }
    }

    int size() {
        return templates.size();
    }

    /** All problems, with the file, line and column that they are at. */
    List<String> problems(Collection<String> customFields) throws IOException {
        Map<String, Type> fields = new LinkedHashMap<>();
        customFields.forEach(key -> fields.put("ticket.ticket_field_" + key, Scalar.ANY));
        TemplateSchema ours = TemplateSchema.of(fields);
        List<String> problems = new ArrayList<>(unreadable);
        for (Map.Entry<Path, Template> entry : templates.entrySet()) {
            TemplateSchema schema =
                    TemplateCatalog.letterSchema(entry.getValue().name()).with(ours);
            for (TemplateProblem problem : catalog.check(entry.getValue(), schema)) {
                problems.add(inFile(entry.getKey(), entry.getValue(), problem));
            }
        }
        return problems.stream().distinct().toList();
    }

    private String inFile(Path path, Template template, TemplateProblem problem) throws IOException {
        String what = problem.problem()
                + problem.suggestion()
                        .map(meant -> ", did you mean " + meant + "?")
                        .orElse("");
        return switch (problem.part()) {
            case "subject" -> {
                int before = Files.readString(folder.resolve(path)).indexOf(template.subject());
                yield path + ":1:" + (before + problem.column()) + ": " + what;
            }
            case "text" -> path + ":" + (problem.line() + LINES_BEFORE_THE_TEXT) + ":" + problem.column() + ": " + what;
            default ->
                path + ": in the partial " + problem.part() + ":" + problem.line() + ":" + problem.column() + ": "
                        + what;
        };
    }
}
