package dev.svar.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the command line of {@link EvaluateCategorizer} asks for. */
record EvaluationOptions(Path train, Path test, Optional<Path> predictions, boolean online, boolean correct) {
    static EvaluationOptions parse(String... arguments) {
        List<Path> files = new ArrayList<>();
        Optional<Path> predictions = Optional.empty();
        boolean online = false;
        boolean correct = false;
        for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--online")) {
                online = true;
            } else if (argument.equals("--correct")) {
                correct = true;
            } else if (argument.equals("--predictions") && rest.hasNext()) {
                predictions = Optional.of(Path.of(rest.next()));
            } else if (argument.startsWith("--")) {
                throw usage();
            } else {
                files.add(Path.of(argument));
            }
        }
        if (files.size() != 2) {
            throw usage();
        }
        return new EvaluationOptions(files.get(0), files.get(1), predictions, online, correct);
    }

    private static UsageException usage() {
        return new UsageException("the arguments are TRAIN.tsv TEST.tsv [--predictions OUT.tsv] [--online] [--correct],"
                + " files with lines label<TAB>text");
    }
}
