package dev.svar.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A line {@code label<TAB>text}. */
record LabeledText(String label, String text) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The lines of a file in UTF-8, without empty ones; a tab behind the first belongs to the text. */
    static List<LabeledText> read(Path file) {
        String all;
        try {
            all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("cannot read " + file);
        }
        List<LabeledText> read = new ArrayList<>();
        int number = 0;
        for (String line : (all.startsWith(BYTE_ORDER_MARK) ? all.substring(1) : all).split("\n", -1)) {
            number++;
            String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!bare.isBlank()) {
                int tab = bare.indexOf('\t');
                if (tab < 0 || bare.substring(0, tab).isBlank()) {
                    throw new UsageException(file + ", line " + number + ": there must be a label, a tab and a text");
                }
                read.add(new LabeledText(bare.substring(0, tab), bare.substring(tab + 1)));
            }
        }
        if (read.isEmpty()) {
            throw new UsageException(file + " has no line label<TAB>text");
        }
        return read;
    }
}
