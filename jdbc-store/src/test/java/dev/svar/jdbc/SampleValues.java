package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.MailDomain;
import dev.svar.message.ContentRef;
import dev.svar.sla.SlaLevel;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.Rating;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.TicketNumber;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Values of any type of the model, each other than the ones before, so that a property that is not stored or is stored
 * under the wrong name is found, also one that is added some day.
 */
final class SampleValues {
    private final boolean full;
    private int last;

    /** Full values have something in every optional and collection, the others have nothing there. */
    SampleValues(boolean full) {
        this.full = full;
    }

    Object of(Type type) {
        last++;
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return plain((Class<?>) type);
    }

    private Object container(Class<?> raw, Type[] arguments) {
        Type element = arguments[0];
        if (raw == Optional.class) {
            return full ? Optional.of(of(element)) : Optional.empty();
        } else if (raw == List.class) {
            return full ? List.of(of(element), of(element)) : List.of();
        } else if (raw == Set.class) {
            return full ? Set.of(of(element), of(element)) : Set.of();
        } else if (raw == Map.class) {
            return full ? Map.of(of(element), of(arguments[1]), of(element), of(arguments[1])) : Map.of();
        }
        throw new IllegalArgumentException("no samples of " + raw);
    }

    private Object plain(Class<?> type) {
        if (type == String.class) {
            return "Tekst " + last + " \"å\" \uD83D";
        } else if (type == int.class) {
            return last;
        } else if (type == long.class) {
            return (long) last << 33;
        } else if (type == boolean.class) {
            return full;
        } else if (type == Instant.class) {
            return Instant.parse("2026-12-03T10:00:00.123456Z").minusSeconds(last);
        } else if (type == BigDecimal.class) {
            return new BigDecimal(last + ".50");
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 12, 3).minusDays(last);
        } else if (type == FieldKey.class) {
            return new FieldKey("field_" + last);
        } else if (type == Duration.class) {
            return Duration.ofNanos(last * 1_000_000_001L);
        } else if (type == SlaLevel.class) {
            return SlaLevel.warning(1 + last % SlaLevel.MAX_STEP);
        } else if (type == UUID.class) {
            return new UUID(last, -last);
        } else if (type == ZoneId.class) {
            return ZoneId.of("Asia/Tokyo");
        } else if (type == Locale.class) {
            return Locale.forLanguageTag("zh-Hant-TW");
        } else if (type == Channel.class) {
            return new Channel("chat" + last);
        } else if (type == Address.class) {
            return Address.mail("kari" + last + "@kunde.example");
        } else if (type == URI.class) {
            return URI.create("https://paamelding.example/u/" + last);
        } else if (type == MailDomain.class) {
            return new MailDomain("kunde" + last + ".example");
        } else if (type == TicketNumber.class) {
            return new TicketNumber("SUP", last);
        } else if (type == Satisfaction.Answer.class) {
            Optional<Resolution> how = full ? Optional.of(Resolution.WORKAROUND) : Optional.empty();
            return new Satisfaction.Answer(Rating.BAD, (String) of(String.class), how, (Instant) of(Instant.class));
        } else if (type == ContentRef.class) {
            return new ContentRef("a".repeat(64), last);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[last % type.getEnumConstants().length];
        } else if (type.isSealed()) {
            return of(type.getPermittedSubclasses()[last % type.getPermittedSubclasses().length]);
        } else if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException("no samples of " + type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values =
                Arrays.stream(components).map(c -> of(c.getGenericType())).toArray();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }
}
