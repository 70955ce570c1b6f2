package dev.svar.category;

import java.util.List;

/**
 * Takes a text for thanks if it can be read from the first word to the last as: a greeting, phrases of one language, a
 * closing. Sets of positions in the text are bits of a {@code long}: bit {@code i} stands before word {@code i}.
 */
final class CommonPhrases implements ThanksDetector {
    /** Read when the first text is looked at: most desks are built long before. */
    private static final class Shipped {
        static final CommonPhrases PHRASES =
                new CommonPhrases(PhraseBook.read("any", "en", "nb", "sv", "da", "fi", "hu", "ru", "de"));
    }

    static boolean thanks(String visibleText) {
        return Shipped.PHRASES.isOnlyThanks(visibleText);
    }

    private final PhraseBook book;
    private final PersonNames names;

    private CommonPhrases(PhraseBook book) {
        this.book = book;
        this.names = new PersonNames(book);
    }

    @Override
    public boolean isOnlyThanks(String visibleText) {
        List<Word> words = PlainWords.of(visibleText);
        if (words.isEmpty()) {
            return false;
        }
        long begin = afterGreeting(words);
        return book.languages().stream().anyMatch(l -> closes(words, afterThanks(words, begin, l)));
    }

    private long afterGreeting(List<Word> words) {
        long greeted = Phrase.after(book.greetings(), words, 1L);
        return 1L | greeted | names.afterGreeted(words, greeted);
    }

    /** Where phrases of the language may end, one of them thanks, with at most one person spoken to in between. */
    private long afterThanks(List<Word> words, long begin, PhraseBook.Language language) {
        long smallTalk = begin;
        long thanked = 0;
        long named = 0;
        for (int i = 0; i < words.size(); i++) {
            long here = 1L << i;
            if (((smallTalk | thanked | named) & here) == 0) {
                continue;
            }
            long thanks = Phrase.after(language.thanks(), words, here);
            long more = Phrase.after(language.smallTalk(), words, here);
            if ((smallTalk & here) != 0) {
                // a single word in front would give the thanks another sense: "both, thanks", "now, thanks"
                smallTalk |= more & ~(here << 1);
                thanked |= thanks;
            }
            if ((thanked & here) != 0) {
                thanked |= thanks | more;
                named |= names.afterSpokenTo(words, here);
            }
            if ((named & here) != 0) {
                named |= thanks | more;
            }
        }
        return thanked | named;
    }

    private boolean closes(List<Word> words, long from) {
        long signedOff = Phrase.after(book.signOffs(), words, from);
        signedOff |= Phrase.after(book.signOffs(), words, signedOff);
        long ends = from | signedOff | names.afterBareName(words, from) | names.afterSignature(words, signedOff);
        long devices = Phrase.after(book.devices(), words, ends);
        return ((ends | devices) >>> words.size() & 1) == 1;
    }
}
