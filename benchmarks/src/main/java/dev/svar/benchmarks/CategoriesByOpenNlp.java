package dev.svar.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.TrainingParameters;

/** Categories by OpenNLP's document categorizer: maximum entropy by L-BFGS, the better of its trainers, over words and pairs. */
final class CategoriesByOpenNlp implements CategoryContender {
    private final DocumentCategorizerME categorizer;

    CategoriesByOpenNlp(List<LabeledText> texts) {
        List<DocumentSample> samples = texts.stream()
                .map(each -> new DocumentSample(each.label(), words(each.text())))
                .toList();
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        try {
            DoccatFactory pieces = new DoccatFactory(
                    new FeatureGenerator[] {new BagOfWordsFeatureGenerator(), new NGramFeatureGenerator()});
            categorizer = new DocumentCategorizerME(
                    DocumentCategorizerME.train("en", new CollectionObjectStream<>(samples), parameters, pieces));
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String category(String text) {
        return categorizer.getBestCategory(categorizer.categorize(words(text)));
    }

    private static String[] words(String text) {
        return SimpleTokenizer.INSTANCE.tokenize(text.toLowerCase(Locale.ROOT));
    }
}
