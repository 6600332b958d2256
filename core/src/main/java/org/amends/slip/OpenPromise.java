package org.amends.slip;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.amends.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A promise that is neither kept nor broken.
 *
 * @param ref its name
 * @param about the failure or case it concerns; null when of none
 * @param madeAt when it was made, UTC; null when not known
 * @param due until when; null without a date
 */
public record OpenPromise(
        String ref,
        @Nullable String about,
        @Nullable Instant madeAt,
        @Nullable Instant due) {

    private static final Comparator<Event> ORDER =
            Comparator.comparing(Event::time).thenComparing(Event::id);

    /**
     * The promises that are open at this moment by these events of one customer, in whatever order and however often they
     * arrived; by name. A promise made anew has its new date.
     */
    public static List<OpenPromise> of(Collection<? extends Event> anyOrder, Instant now) {
        Map<String, OpenPromise> open = new TreeMap<>();
        anyOrder.stream().filter(it -> !it.time().isAfter(now)).sorted(ORDER).forEach(event -> {
            if (event instanceof Event.PromiseMade made) {
                open.put(made.ref(), new OpenPromise(made.ref(), made.about(), made.time(), made.due()));
            } else if (event instanceof Event.PromiseKept kept) {
                open.remove(kept.ref());
            } else if (event instanceof Event.PromiseBroken broken) {
                open.remove(broken.ref());
            } else if (event instanceof Event.Erased) {
                open.clear();
            }
        });
        return List.copyOf(open.values());
    }
}
