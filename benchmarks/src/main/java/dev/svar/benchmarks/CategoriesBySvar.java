package dev.svar.benchmarks;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.CategoryModel;
import dev.svar.category.learn.CategoryTrainer;
import dev.svar.contact.Actor;
import java.util.ArrayList;
import java.util.List;

/** Categories by {@link CategoryModel}. */
final class CategoriesBySvar implements CategoryContender {
    private final CategoryModel model;

    CategoriesBySvar(List<LabeledText> texts) {
        model = new CategoryTrainer().train(examples(texts));
    }

    @Override
    public String category(String text) {
        return model.rank(CategoryQuestion.of(text), 1).get(0).category();
    }

    CategoryModel model() {
        return model;
    }

    static List<CategoryExample> examples(List<LabeledText> texts) {
        List<CategoryExample> examples = new ArrayList<>();
        for (LabeledText each : texts) {
            String id = "text " + examples.size();
            examples.add(
                    new CategoryExample(id, CategoryQuestion.of(each.text()), each.label(), Actor.rule("benchmark")));
        }
        return examples;
    }
}
