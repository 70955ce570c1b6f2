package dev.svar.store;

import dev.svar.contact.Address;
import dev.svar.delivery.Suppression;
import dev.svar.error.InvalidValueException;
import java.util.Optional;

/**
 * What is known against an address becomes something else, or nothing. It is committed only if the version of what is known is
 * the expected one.
 *
 * @param address which address
 * @param expectedVersion the version before, 0 for nothing known
 * @param after what is known afterwards, at the version after the expected one; empty for nothing
 */
public record SuppressionChange(Address address, long expectedVersion, Optional<Suppression> after) {
    /**
     * Checks that the parts belong together.
     *
     * @param address which address
     * @param expectedVersion the version before, 0 for nothing known
     * @param after what is known afterwards
     */
    public SuppressionChange {
        if (after.filter(s -> s.version() != expectedVersion + 1 || !s.address().equals(address))
                .isPresent()) {
            throw new InvalidValueException("suppression", "is of another address or does not follow its version");
        }
        if (after.isEmpty() && expectedVersion == 0) {
            throw new InvalidValueException("suppression", "is not there before nor afterwards");
        }
    }

    /**
     * What is known against an address from now on.
     *
     * @param after what
     * @return the change
     */
    public static SuppressionChange to(Suppression after) {
        return new SuppressionChange(after.address(), after.version() - 1, Optional.of(after));
    }

    /**
     * Nothing is known any more.
     *
     * @param before what was known
     * @return the change
     */
    public static SuppressionChange removing(Suppression before) {
        return new SuppressionChange(before.address(), before.version(), Optional.empty());
    }
}
