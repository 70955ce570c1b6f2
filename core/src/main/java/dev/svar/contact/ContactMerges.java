package dev.svar.contact;

import dev.svar.error.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How two contacts become one person, and two again. Pure. A merge moves nothing: each contact keeps its addresses, its
 * name and its tickets; the merged one only points to the surviving one, which knows all that point to it. So undoing it
 * gives back exactly what was there, with all that was changed on either side meanwhile.
 */
public final class ContactMerges {
    private ContactMerges() {}

    /**
     * Merges one contact into another, with all that were merged into it before.
     *
     * @param from the contact that is to point to the other; it must stand for itself
     * @param into the contact that survives; it must stand for itself
     * @return both contacts at their next versions: the merged one and the surviving one
     * @throws InvalidValueException if they are the same contact, if one of them is merged already, or if more than
     *     {@value Contact#MAX_MERGED} contacts would be merged into one
     */
    public static List<Contact> merge(Contact from, Contact into) {
        if (from.id().equals(into.id())) {
            throw new InvalidValueException("into", "is the contact that is to be merged, name another one");
        }
        from.mergedInto().ifPresent(survivor -> {
            throw new InvalidValueException("from", "was merged into contact " + survivor + ", undo that first");
        });
        into.mergedInto().ifPresent(survivor -> {
            throw new InvalidValueException(
                    "into", "was merged into contact " + survivor + ", merge into that one or undo that first");
        });
        Set<ContactId> merged = new HashSet<>(into.merged());
        merged.addAll(from.ids());
        if (merged.size() > Contact.MAX_MERGED) {
            throw new InvalidValueException(
                    "from",
                    "would make it " + merged.size() + " contacts merged into one, at most " + Contact.MAX_MERGED
                            + " are allowed");
        }
        return List.of(
                ContactLifecycle.next(from, b -> b.mergedInto(Optional.of(into.id()))),
                ContactLifecycle.next(into, b -> b.merged(merged)));
    }

    /**
     * Makes a merged contact stand for itself again, together with all that were merged into it before.
     *
     * @param from the contact that was merged
     * @param above the contacts that it leads to, as {@link #above} finds them
     * @return all of them at their next versions: first the contact that was merged, last the surviving one
     * @throws InvalidValueException if it was not merged
     */
    public static List<Contact> undo(Contact from, List<Contact> above) {
        if (from.mergedInto().isEmpty()) {
            throw new InvalidValueException("from", "is not merged into another contact, there is nothing to undo");
        }
        List<Contact> after = new ArrayList<>();
        after.add(ContactLifecycle.next(from, b -> b.mergedInto(Optional.empty())));
        for (Contact each : above) {
            Set<ContactId> rest = new HashSet<>(each.merged());
            rest.removeAll(from.ids());
            after.add(ContactLifecycle.next(each, b -> b.merged(rest)));
        }
        return List.copyOf(after);
    }

    /**
     * Finds the contact that somebody is now.
     *
     * @param contact a contact, merged or not
     * @param contacts finds contacts by their ids
     * @return the contact that survived all merges; the contact itself if it was not merged
     * @throws IllegalStateException if the contacts do not lead anywhere, which no merge can bring about
     */
    public static Contact survivor(Contact contact, Function<ContactId, Optional<Contact>> contacts) {
        List<Contact> above = above(contact, contacts);
        return above.isEmpty() ? contact : above.get(above.size() - 1);
    }

    /**
     * Finds the contacts that a merged one leads to.
     *
     * @param contact a contact, merged or not
     * @param contacts finds contacts by their ids
     * @return the contact that it was merged into, the one that this was merged into, and so on; empty if it was not merged
     * @throws IllegalStateException if they do not lead anywhere, which no merge can bring about
     */
    public static List<Contact> above(Contact contact, Function<ContactId, Optional<Contact>> contacts) {
        List<Contact> above = new ArrayList<>();
        Optional<ContactId> next = contact.mergedInto();
        while (next.isPresent()) {
            Optional<Contact> found = next.flatMap(contacts);
            if (found.isEmpty() || above.size() == Contact.MAX_MERGED) {
                throw new IllegalStateException("the merges of " + contact + " lead nowhere");
            }
            above.add(found.get());
            next = found.get().mergedInto();
        }
        return above;
    }
}
