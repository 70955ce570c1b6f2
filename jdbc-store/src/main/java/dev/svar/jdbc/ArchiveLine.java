package dev.svar.jdbc;

import dev.svar.error.SvarException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** A line that was read. */
record ArchiveLine(long number, int bytes, JsonObject json) {
    String kind() {
        return read(line -> line.text(ArchiveFormat.KIND));
    }

    /** Reads what the line says; whatever is wrong with it is told with its number. */
    <T> T read(Function<JsonObject, T> reader) {
        try {
            return reader.apply(json);
        } catch (ArchiveException | UncheckedIOException e) {
            throw e;
        } catch (SvarException e) {
            throw invalid(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Its message may hold the value.
            throw invalid("a value has another form");
        }
    }

    private ArchiveException invalid(String why) {
        return new ArchiveException(
                number, ArchiveException.Problem.INVALID_VALUE, "has a value that cannot be: " + why);
    }
}
