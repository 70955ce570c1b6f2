package dev.svar.insight;

import dev.svar.category.learn.ModelUnreadableException;
import java.util.Optional;

/**
 * What a node came to know.
 *
 * @param version the version of the stored model that answers now, 0 if none was stored yet
 * @param learned how many decisions were learned
 * @param refused how many decisions were not learned, since their persons taught too much or their texts hold no word
 * @param unreadable why the newest stored model cannot be read; the one before it goes on answering
 * @param trainingDue whether enough was learned since the last training that another one pays
 */
public record CatchUp(
        long version,
        int learned,
        int refused,
        Optional<ModelUnreadableException.Reason> unreadable,
        boolean trainingDue) {}
