package dev.svar.category.learn;

import dev.svar.category.learn.ModelUnreadableException.Reason;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model as the sections of {@link ModelBytes}. */
final class ModelCodec {
    private static final int COLUMNS = 1;
    private static final int TERMS = 2;
    private static final int WEIGHTS = 3;
    private static final int ANSWERS = 4;
    private static final int TAGS = 5;

    private ModelCodec() {}

    static byte[] write(CategoryModel model) {
        Map<Integer, byte[]> sections = new LinkedHashMap<>();
        ByteWriter columns = new ByteWriter();
        columns.number(model.columns().size());
        model.columns().labels().forEach(columns::text);
        sections.put(COLUMNS, columns.bytes());
        sections.put(TERMS, terms(model.fit().vocabulary()));
        sections.put(WEIGHTS, weights(model.fit().weights()));
        ByteWriter answers = new ByteWriter();
        answers.real(model.calibration().temperature());
        answers.real(model.calibration().sureness().slope());
        answers.real(model.calibration().sureness().offset());
        answers.real(model.threshold());
        answers.number(model.quality().asked());
        answers.real(model.quality().accuracy());
        answers.real(model.quality().confidence());
        sections.put(ANSWERS, answers.bytes());
        return ModelBytes.write(sections);
    }

    static CategoryModel read(byte[] bytes) {
        Map<Integer, byte[]> sections = ModelBytes.read(bytes);
        Columns columns = columns(section(sections, COLUMNS));
        Vocabulary vocabulary = vocabulary(section(sections, TERMS));
        SparseWeights weights = weights(section(sections, WEIGHTS), vocabulary.size(), columns.size());
        ByteReader answers = section(sections, ANSWERS);
        Calibration calibration = new Calibration((float) answers.real(), new Sureness(answers.real(), answers.real()));
        double threshold = answers.real();
        ModelQuality quality =
                new ModelQuality(answers.number(CategoryTrainer.MAX_EXAMPLES), answers.real(), answers.real());
        return new CategoryModel(columns, new Fit(vocabulary, weights), calibration, quality, threshold);
    }

    static byte[] write(TagModel model) {
        ByteWriter tags = new ByteWriter();
        tags.number(model.tags().size());
        for (LearnedTag tag : model.tags()) {
            tags.text(tag.tag().value());
            tags.real(tag.sureness().slope());
            tags.real(tag.sureness().offset());
            tags.real(tag.threshold());
        }
        Map<Integer, byte[]> sections = new LinkedHashMap<>();
        sections.put(TAGS, tags.bytes());
        sections.put(TERMS, terms(model.fit().vocabulary()));
        sections.put(WEIGHTS, weights(model.fit().weights()));
        return ModelBytes.write(sections);
    }

    static TagModel readTags(byte[] bytes) {
        Map<Integer, byte[]> sections = ModelBytes.read(bytes);
        ByteReader in = section(sections, TAGS);
        int count = in.number(CategoryTrainer.MAX_CATEGORIES);
        List<LearnedTag> tags = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                tags.add(new LearnedTag(new Tag(in.text()), new Sureness(in.real(), in.real()), in.real()));
            }
        } catch (InvalidValueException e) {
            throw damaged();
        }
        Vocabulary vocabulary = vocabulary(section(sections, TERMS));
        return new TagModel(tags, new Fit(vocabulary, weights(section(sections, WEIGHTS), vocabulary.size(), count)));
    }

    private static ByteReader section(Map<Integer, byte[]> sections, int number) {
        return new ByteReader(Optional.ofNullable(sections.get(number)).orElseThrow(ModelCodec::damaged));
    }

    private static ModelUnreadableException damaged() {
        return new ModelUnreadableException(Reason.DAMAGED);
    }

    private static Columns columns(ByteReader in) {
        int count = in.number(CategoryTrainer.MAX_CATEGORIES);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(in.text());
        }
        try {
            Columns columns = new Columns(labels);
            columns.names().forEach(name -> Check.line("category", name, TicketCommand.MAX_CATEGORY_LENGTH));
            return columns;
        } catch (InvalidValueException e) {
            throw damaged();
        }
    }

    private static byte[] terms(Vocabulary vocabulary) {
        ByteWriter out = new ByteWriter();
        out.number(vocabulary.texts());
        out.number(vocabulary.size());
        long before = Integer.MIN_VALUE;
        for (int i = 0; i < vocabulary.size(); i++) {
            out.number(vocabulary.hash(i) - before);
            before = vocabulary.hash(i);
        }
        for (int i = 0; i < vocabulary.size(); i++) {
            out.number(vocabulary.frequency(i));
        }
        return out.bytes();
    }

    private static Vocabulary vocabulary(ByteReader in) {
        int texts = in.number(CategoryTrainer.MAX_EXAMPLES);
        int[] hashes = new int[in.number(Vocabulary.MAX_TERMS)];
        long before = Integer.MIN_VALUE;
        for (int i = 0; i < hashes.length; i++) {
            before += in.number();
            if (before > Integer.MAX_VALUE || (i > 0 && before <= hashes[i - 1])) {
                throw damaged();
            }
            hashes[i] = (int) before;
        }
        int[] frequencies = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            frequencies[i] = in.number(texts);
        }
        return new Vocabulary(texts, hashes, frequencies);
    }

    private static byte[] weights(SparseWeights weights) {
        ByteWriter out = new ByteWriter();
        for (int k = 0; k < weights.categories(); k++) {
            out.real(weights.scales[k]);
            out.real(weights.thresholds[k]);
            out.real(weights.masses[k]);
        }
        int terms = weights.starts.length - 1;
        for (int i = 0; i < terms; i++) {
            out.number(weights.starts[i + 1] - weights.starts[i]);
        }
        for (int i = 0; i < terms; i++) {
            int before = -1;
            for (int j = weights.starts[i]; j < weights.starts[i + 1]; j++) {
                out.number(weights.columns[j] - before - 1);
                before = weights.columns[j];
            }
        }
        out.raw(weights.levels);
        return out.bytes();
    }

    private static SparseWeights weights(ByteReader in, int terms, int categories) {
        float[] scales = new float[categories];
        float[] thresholds = new float[categories];
        float[] masses = new float[categories];
        for (int k = 0; k < categories; k++) {
            scales[k] = (float) in.real();
            thresholds[k] = (float) in.real();
            masses[k] = (float) in.real();
        }
        int[] starts = new int[terms + 1];
        for (int i = 0; i < terms; i++) {
            starts[i + 1] = starts[i] + in.number(categories);
            if (starts[i + 1] < 0) {
                throw damaged();
            }
        }
        in.needs(starts[terms]);
        char[] columns = new char[starts[terms]];
        for (int i = 0; i < terms; i++) {
            int column = -1;
            for (int j = starts[i]; j < starts[i + 1]; j++) {
                column += 1 + in.number(categories);
                if (column >= categories) {
                    throw damaged();
                }
                columns[j] = (char) column;
            }
        }
        return new SparseWeights(starts, columns, in.raw(columns.length), scales, thresholds, masses);
    }
}
