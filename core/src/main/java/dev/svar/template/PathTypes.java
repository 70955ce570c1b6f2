package dev.svar.template;

import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands inside of what. */
final class PathTypes {
    private PathTypes() {}

    /** Empty if there is surely nothing; the name is null if the key is not a constant text. */
    static Optional<Type> inside(Type type, Expression key, @Nullable String name) {
        if (type == Scalar.ANY || (name == null && !(key instanceof Expression.Literal))) {
            return Optional.of(Scalar.ANY);
        }
        if (type instanceof ObjectOf object && name != null) {
            Type field = object.fields().get(name);
            return field == null ? special(name, Scalar.ANY) : Optional.of(field);
        }
        if (type instanceof ListOf list) {
            return name == null ? Optional.of(list.element()) : special(name, list.element());
        }
        return type == Scalar.TEXT && name != null ? special(name, Scalar.TEXT) : Optional.empty();
    }

    private static Optional<Type> special(String name, Type end) {
        return switch (name) {
            case "size" -> Optional.of(Scalar.NUMBER);
            case "first", "last" -> Optional.of(end);
            default -> Optional.empty();
        };
    }
}
