package dev.svar.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;

/**
 * The words that every text of a language has, whatever it is about. A few dozen articles are too few to show which they are:
 * it may be that two of them say "how" and three say "invoice".
 */
final class SmallWords {
    /** Lucene's list of them for English has 33 words, and none that asks or says who. */
    static final Set<String> ENGLISH = Set.copyOf(new HashSet<>(Arrays.asList(("a an the this that these those"
                    + " i me my mine myself you your yours yourself he him his she her hers it its itself we us our ours they them"
                    + " their theirs who whom whose which what when where why how there here"
                    + " am is are was were be been being have has had having do does did doing can cannot could will would shall"
                    + " should may might must i'm i've i'd i'll you're it's that's what's there's how's"
                    + " don't can't won't doesn't didn't isn't aren't wasn't weren't couldn't wouldn't shouldn't haven't hasn't hadn't"
                    + " and or but if because as until while than so then again not no nor only own same too very just also such"
                    + " of at by for with about against between into through during before after above below to from up down in out"
                    + " on off over under all any both each some")
            .split(" "))));

    private SmallWords() {}

    /** Those of a list that Lucene has. */
    static Set<String> of(CharArraySet listed) {
        Set<String> words = new HashSet<>();
        for (Object word : listed) {
            words.add(new String((char[]) word));
        }
        return Set.copyOf(words);
    }
}
