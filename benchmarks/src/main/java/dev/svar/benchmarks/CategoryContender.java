package dev.svar.benchmarks;

import java.util.List;
import java.util.function.Function;

/** Something that learned which category a text belongs to. */
public interface CategoryContender {
    /** Who learns. */
    enum Library {
        SVAR(CategoriesBySvar::new),
        OPEN_NLP(CategoriesByOpenNlp::new),
        TRIBUO(CategoriesByTribuo::new);

        private final Function<List<LabeledText>, CategoryContender> school;

        Library(Function<List<LabeledText>, CategoryContender> school) {
            this.school = school;
        }

        CategoryContender taught(List<LabeledText> texts) {
            return school.apply(texts);
        }
    }

    String category(String text);
}
