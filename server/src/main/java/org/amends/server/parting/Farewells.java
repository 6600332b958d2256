package org.amends.server.parting;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.amends.complaint.LetterPurpose;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.Letters;
import org.amends.store.complaint.KeptCase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Drafts the one honest letter, with help to move on from the directory of other providers. A person edits and sends it. */
@Component
final class Farewells {

    private static final int MOST_ALTERNATIVES = 3;

    /** The account closes, and the data are handed over, within this time. */
    private static final Duration WITHIN = Duration.ofDays(14);

    private final Letters letters;
    private final Alternatives alternatives;
    private final Valued valued;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();

    Farewells(Letters letters, Alternatives alternatives, Valued valued, InstantSource clock) {
        this.letters = letters;
        this.alternatives = alternatives;
        this.valued = valued;
        this.clock = clock;
    }

    KeptLetter draft(KeptCase kept, String by) {
        ObjectNode facts = json.createObjectNode();
        ObjectNode farewell = facts.putObject("farewell");
        LocalDate until = LocalDate.ofInstant(clock.instant().plus(WITHIN), ZoneOffset.UTC);
        farewell.put("closes", until.toString());
        farewell.putObject("data").put("due", until.toString());
        ArrayNode others = alternatives.told(alternatives.matching(
                kept.complaint().brand(),
                kept.complaint().language(),
                valued.by(kept.relationship()),
                MOST_ALTERNATIVES));
        if (!others.isEmpty()) {
            farewell.set("alternatives", others);
        }
        return letters.draft(kept.complaint().reference(), LetterPurpose.FAREWELL, facts, by);
    }
}
