package org.amends.language.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.language.cue.CueHit;
import org.amends.language.cue.Stance;

/** The lasting needs and wishes that a message states: cues whose names begin with "pref_". */
final class Preferences {

    private static final String CUE = "pref_";

    /** The needs that are stated, with where. */
    Map<String, CueHit> of(List<CueHit> hits) {
        Map<String, CueHit> stated = new LinkedHashMap<>();
        for (CueHit hit : hits) {
            if (hit.cue().name().startsWith(CUE) && hit.stance() != Stance.DENIED) {
                stated.putIfAbsent(hit.cue().name().substring(CUE.length()), hit);
            }
        }
        return stated;
    }

    /** The needs of a map, in its order. */
    static List<String> names(Map<String, CueHit> stated) {
        return new ArrayList<>(stated.keySet());
    }
}
