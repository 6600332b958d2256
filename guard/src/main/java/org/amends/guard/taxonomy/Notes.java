package org.amends.guard.taxonomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps count of what is left out and of what is wrong, while files are converted. */
final class Notes {

    /** So many are told by name. */
    private static final int EXAMPLES = 5;

    private final Map<LeftOut, Integer> counts = new EnumMap<>(LeftOut.class);
    private final Map<LeftOut, List<String>> examples = new EnumMap<>(LeftOut.class);
    private final List<String> faults = new ArrayList<>();

    void leftOut(LeftOut why, String what) {
        int count = counts.merge(why, 1, Integer::sum);
        if (count <= EXAMPLES) {
            examples.computeIfAbsent(why, any -> new ArrayList<>()).add(what);
        }
    }

    void fault(String place, String what, String remedy) {
        faults.add(place + ": " + what + ". " + remedy);
    }

    List<String> faults() {
        return faults;
    }

    Map<LeftOut, Conversion.Some> leftOut() {
        Map<LeftOut, Conversion.Some> all = new EnumMap<>(LeftOut.class);
        counts.forEach((why, count) -> all.put(why, new Conversion.Some(count, examples.getOrDefault(why, List.of()))));
        return all;
    }
}
