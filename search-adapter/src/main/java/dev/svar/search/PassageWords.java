package dev.svar.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The words of the passages of one text as they lie beside it: first the totals, then each different word once, then which of them
 * each passage has. Passages are only looked at of texts that fit already; so they are no documents of their own, which all words
 * would have to be looked up in and all numbers of documents be as large as.
 */
final class PassageWords {
    private PassageWords() {}

    /** With the words as they are written, if their pieces are looked for. */
    static BytesRef of(List<List<Token>> passages, boolean pieces) {
        Map<Word, Integer> numbers = new LinkedHashMap<>();
        passages.forEach(
                passage -> passage.forEach(token -> numbers.putIfAbsent(Word.of(token, pieces), numbers.size())));
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            writeTotals(out, passages);
            out.writeVInt(numbers.size());
            for (Word word : numbers.keySet()) {
                write(out, word.stem());
                write(out, word.written());
            }
            out.writeVInt(passages.size());
            for (List<Token> passage : passages) {
                out.writeVInt(passage.size());
                for (Token token : passage) {
                    out.writeVInt(numbers.getOrDefault(Word.of(token, pieces), 0));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void writeTotals(ByteBuffersDataOutput out, List<List<Token>> passages) throws IOException {
        long words = 0;
        long pieces = 0;
        for (List<Token> passage : passages) {
            words += passage.size();
            for (Token token : passage) {
                pieces += Pieces.count(token.written().length());
            }
        }
        out.writeVLong(passages.stream().filter(passage -> !passage.isEmpty()).count());
        out.writeVLong(words);
        out.writeVLong(pieces);
    }

    private static void write(ByteBuffersDataOutput out, String word) throws IOException {
        out.writeVInt(word.length());
        for (int i = 0; i < word.length(); i++) {
            out.writeVInt(word.charAt(i));
        }
    }

    static PassageTotals totals(BytesRef kept) {
        return totals(input(kept));
    }

    /** Reads what is written first. */
    static PassageTotals totals(ByteArrayDataInput in) {
        return new PassageTotals(in.readVLong(), in.readVLong(), in.readVLong());
    }

    static ByteArrayDataInput input(BytesRef kept) {
        return new ByteArrayDataInput(kept.bytes, kept.offset, kept.length);
    }

    private record Word(String stem, String written) {
        static Word of(Token token, boolean pieces) {
            return new Word(token.stem(), pieces ? token.written() : "");
        }
    }
}
