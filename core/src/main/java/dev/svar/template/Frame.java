package dev.svar.template;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names that are known inside of a block only, and hide those outside of it. */
interface Frame {
    @Nullable
    Value find(String name);

    /** A field of the object that tells of a loop, without making the object. */
    default @Nullable Value field(String object, String field) {
        return null;
    }

    /** Which placeholder of the data a name stands for that is known here. */
    default Optional<String> placeholder(String name) {
        return Optional.empty();
    }

    /** What an {@code include} passes on. */
    record Passed(Map<String, Value> values, Map<String, String> aliases) implements Frame {
        @Override
        public @Nullable Value find(String name) {
            return values.get(name);
        }

        @Override
        public Optional<String> placeholder(String name) {
            return Optional.ofNullable(aliases.get(name));
        }
    }
}
