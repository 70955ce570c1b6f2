package dev.svar.benchmarks;

import java.util.List;
import java.util.Locale;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.data.text.impl.BasicPipeline;
import org.tribuo.data.text.impl.TextFeatureExtractorImpl;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.util.tokens.universal.UniversalTokenizer;

/** Categories by Tribuo: LibLinear's support vector machine over words and pairs. */
final class CategoriesByTribuo implements CategoryContender {
    private static final int PAIRS = 2;

    private final TextFeatureExtractorImpl<Label> words =
            new TextFeatureExtractorImpl<>(new BasicPipeline(new UniversalTokenizer(), PAIRS));
    private final Model<Label> model;

    CategoriesByTribuo(List<LabeledText> texts) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> known = new MutableDataset<>(new SimpleDataSourceProvenance("texts", labels), labels);
        texts.forEach(each -> known.add(example(each.text(), new Label(each.label()))));
        model = new LibLinearClassificationTrainer().train(known);
    }

    @Override
    public String category(String text) {
        return model.predict(example(text, LabelFactory.UNKNOWN_LABEL))
                .getOutput()
                .getLabel();
    }

    private Example<Label> example(String text, Label label) {
        return words.extract(label, text.toLowerCase(Locale.ROOT));
    }
}
