package dev.svar.testkit;

import dev.svar.category.Categorizer;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.LearningCategorizer;
import dev.svar.contact.Actor;
import java.util.ArrayList;
import java.util.List;

/** A categorizer that learned what the rules know, from the questions about it. */
final class LearningCategorizerTest extends PaymentCategorizerContract {
    private static final int TIMES = 5;

    @Override
    protected Categorizer openCategorizer() {
        List<CategoryExample> examples = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            for (Known known : known()) {
                String id = "ticket " + examples.size();
                examples.add(new CategoryExample(id, known.question(), known.category(), Actor.rule("contract")));
            }
        }
        LearningCategorizer categorizer =
                LearningCategorizer.builder().examples(examples).build();
        categorizer.refit();
        return categorizer;
    }
}
