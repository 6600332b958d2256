package org.amends.server.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Relationship;
import org.amends.server.console.Texts;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.KeptStates;
import org.amends.story.CustomerFacts;
import org.amends.story.StoryTaker;
import org.amends.story.StoryView;
import org.springframework.stereotype.Component;

/** Tells single relationships where a page speaks of several. */
@Component
public final class Stories {

    /** What a short story can tell of lies among the latest events. */
    private static final int MOST_EVENTS = 300;

    private final Histories histories;
    private final DiagnosisInForce diagnoses;

    Stories(Histories histories, DiagnosisInForce diagnoses) {
        this.histories = histories;
        this.diagnoses = diagnoses;
    }

    /** The story of the relationship of this number; empty where there is none, or it may not be told. */
    public Optional<StoryView> of(long relationship, Texts texts, Instant now) {
        return histories
                .numbered(relationship)
                .filter(known -> !known.restricted())
                .flatMap(known -> of(known, texts, now));
    }

    private Optional<StoryView> of(KnownRelationship known, Texts texts, Instant now) {
        byte[] state = known.state();
        if (state == null) {
            return Optional.empty();
        }
        Diagnosing diagnosing = diagnoses.diagnosing();
        Relationship relationship = new KeptStates(diagnosing.policy()).read(state);
        Diagnosis diagnosis = diagnosing.at(now).diagnose(relationship);
        List<HistoryEvent> latest = histories.latest(known, null, MOST_EVENTS);
        return Optional.of(new StoryView.Maker(texts.words(), texts.numerals(), now)
                .of(
                        "story-" + known.id(),
                        new StoryTaker(now)
                                .take(
                                        CustomerFacts.of(relationship, relationship.over()),
                                        diagnosis,
                                        latest.stream().map(HistoryEvent::event).toList()),
                        StoryView.Stake.AT_RISK));
    }
}
