package dev.svar.testkit;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.KnownText;
import dev.svar.knowledge.SearchIndexException;
import dev.svar.knowledge.SimilarText;
import dev.svar.knowledge.TextChanges;
import dev.svar.knowledge.TextIndex;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An index in which a text is as much like another as it has of its words. One tenant's. */
final class PlainTexts implements TextIndex {
    final Map<String, String> texts = new TreeMap<>();
    boolean unwritable;
    int taken;
    private long position;
    private String mark = "";

    @Override
    public long position(TenantId tenant) {
        return position;
    }

    @Override
    public String mark(TenantId tenant) {
        return mark;
    }

    @Override
    public boolean take(TenantId tenant, TextChanges changes) {
        if (unwritable) {
            throw new SearchIndexException(SearchIndexException.Reason.STORAGE, "the disk is full");
        }
        if (changes.after() != position) {
            return false;
        }
        changes.found().forEach(text -> texts.put(text.id(), text.text()));
        changes.gone().forEach(texts::remove);
        taken += changes.found().size();
        position = changes.position();
        mark = changes.mark();
        return true;
    }

    @Override
    public void rebuild(TenantId tenant, Iterable<KnownText> all, long at) {
        texts.clear();
        all.forEach(text -> texts.put(text.id(), text.text()));
        position = at;
        mark = "";
    }

    /** As after damage. */
    void lose() {
        texts.clear();
        position = 0;
        mark = "";
    }

    @Override
    public List<SimilarText> like(TenantId tenant, String text, int limit) {
        return like(tenant, text, texts.keySet()).stream().limit(limit).toList();
    }

    @Override
    public List<SimilarText> like(TenantId tenant, String text, Set<String> ids) {
        Set<String> asked = words(text);
        return texts.entrySet().stream()
                .filter(known -> ids.contains(known.getKey()))
                .map(known -> new SimilarText(known.getKey(), share(asked, words(known.getValue()))))
                .filter(similar -> similar.likeness() > 0)
                .sorted(Comparator.comparingDouble(SimilarText::likeness).reversed())
                .toList();
    }

    private static double share(Set<String> asked, Set<String> known) {
        return asked.stream().filter(known::contains).count() / (double) asked.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
