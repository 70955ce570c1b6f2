package dev.svar.examples;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.RankedCategory;
import dev.svar.category.learn.CategoryModel;
import dev.svar.category.learn.LearningCategorizer;
import java.util.List;
import java.util.function.Function;

/** A categorizer that was taught, and what is asked of it. */
record Learned(
        Categorizer categorizer, Function<CategoryQuestion, List<RankedCategory>> ranking, int categories, int bytes) {
    static Learned of(CategoryModel model) {
        return new Learned(
                model,
                question -> model.rank(question, CategoryModel.RANKED),
                model.categories().size(),
                model.toBytes().length);
    }

    static Learned of(LearningCategorizer learning) {
        return new Learned(
                learning,
                question -> learning.rank(question, CategoryModel.RANKED),
                learning.categories().size(),
                learning.model().map(model -> model.toBytes().length).orElse(0));
    }
}
