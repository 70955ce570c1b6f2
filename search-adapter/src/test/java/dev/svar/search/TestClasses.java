package dev.svar.search;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path for another process: tests run on the module path, a child does not need to. */
final class TestClasses {
    private TestClasses() {}

    static String path() {
        return Stream.of(System.getProperty("java.class.path"), System.getProperty("jdk.module.path"), here())
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String here() {
        try {
            String name = TestClasses.class.getName().replace('.', '/') + ".class";
            Path file = Path.of(TestClasses.class
                    .getResource(TestClasses.class.getSimpleName() + ".class")
                    .toURI());
            return file.toString().substring(0, file.toString().length() - name.length());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
