package dev.svar.insight;

import dev.svar.category.learn.CategoryModel;
import java.util.Optional;

/**
 * Port: what a category is called today. Tickets keep the names that they were given; a category that was renamed, was merged
 * into another one or is no more is learned from them under the name of today, or not at all.
 */
@FunctionalInterface
public interface CategoryNames {
    /**
     * The name of today.
     *
     * @param category the name that was given
     * @return its name now; empty if there is no such category any more
     */
    Optional<String> today(String category);

    /** {@return names that never changed} */
    static CategoryNames unchanged() {
        return Optional::of;
    }

    /**
     * A model with the names of today.
     *
     * @param model a model
     * @return the model, in which categories are renamed, merged and retired
     */
    default CategoryModel applied(CategoryModel model) {
        CategoryModel renamed = model;
        for (String category : model.categories()) {
            Optional<String> now = today(category);
            if (now.isEmpty()) {
                renamed = renamed.retired(category);
            } else if (!now.get().equals(category)) {
                renamed = renamed.renamed(category, now.get());
            }
        }
        return renamed;
    }
}
