package dev.svar.mail;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import java.util.Optional;

/** Host code that fails on some mail in a way that nobody reckons with. */
final class FragileCategorizer implements Categorizer {
    volatile Optional<String> poison = Optional.empty();

    @Override
    public CategoryAnswer categorize(CategoryQuestion question) {
        if (poison.filter(question.body()::contains).isPresent()) {
            throw new StackOverflowError("host code");
        }
        return CategoryAnswer.abstained();
    }
}
