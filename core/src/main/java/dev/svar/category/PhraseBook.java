package dev.svar.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@code thanks/<language>.txt} beside this class hold: sections that a line {@code = name} begins, a {@link Phrase} a
 * line; in the sections {@code link} and {@code never} plain words. Thanks and small talk belong to a language, everything
 * else to all, since people sign in their own language whatever they write in.
 *
 * @param languages thanks and small talk of each
 * @param greetings what a letter begins with, without the name
 * @param addressees who is greeted or spoken to, other than by name
 * @param signOffs what stands before the name at the end
 * @param devices what telephones add
 * @param links small words between names
 * @param neverNames words that are no names, among them all words of phrases
 */
record PhraseBook(
        List<Language> languages,
        List<Phrase> greetings,
        List<Phrase> addressees,
        List<Phrase> signOffs,
        List<Phrase> devices,
        Set<String> links,
        Set<String> neverNames) {

    /**
     * The phrases of a language.
     *
     * @param thanks each makes a text thanks
     * @param smallTalk what may stand around it
     */
    record Language(List<Phrase> thanks, List<Phrase> smallTalk) {}

    static PhraseBook read(String common, String... languages) {
        PhraseFile shared = PhraseFile.read(resource(common));
        List<Language> all = new ArrayList<>();
        PhraseFile merged = shared;
        for (String name : languages) {
            PhraseFile own = PhraseFile.read(resource(name));
            all.add(new Language(
                    own.and(shared).phrases("core"), own.and(shared).phrases("also")));
            merged = merged.and(own);
        }
        Set<String> never = merged.words("never");
        never.addAll(merged.words("core"));
        never.addAll(merged.words("also"));
        return new PhraseBook(
                List.copyOf(all),
                merged.phrases("hello"),
                merged.phrases("address"),
                merged.phrases("close"),
                merged.phrases("device"),
                merged.words("link"),
                Set.copyOf(never));
    }

    private static String resource(String name) {
        return "thanks/" + name + ".txt";
    }
}
