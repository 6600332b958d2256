package org.amends.server.parting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CasePromise;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.complaint.PartingStep;
import org.amends.fairness.Burden;
import org.amends.relationship.Diagnosis;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.console.Texts;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.KeptStates;
import org.amends.server.relationship.RelationshipLinks;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What somebody has to see before they part from a customer: what speaks for it and against it, and on whom it falls. */
@Component
final class PartingPortraits {

    private static final int MOST_ALTERNATIVES = 3;

    /** From here on the brand is a part of who the customer is, or trust is gone, or they may strike back. */
    private static final double HIGH = 0.6;

    private static final double LOW = 0.35;

    private final JdbcClient database;
    private final DiagnosisInForce inForce;
    private final PartingBurdens burdens;
    private final Alternatives alternatives;
    private final Valued valued;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();

    PartingPortraits(
            JdbcClient database,
            DiagnosisInForce inForce,
            PartingBurdens burdens,
            Alternatives alternatives,
            Valued valued,
            InstantSource clock) {
        this.database = database;
        this.inForce = inForce;
        this.burdens = burdens;
        this.alternatives = alternatives;
        this.valued = valued;
        this.clock = clock;
    }

    PartingView of(KeptCase kept, Caller caller, Texts texts, String flaw) {
        Complaint complaint = kept.complaint();
        Complaint.PartingState parting = complaint.parting();
        PartingStep next = PartingAnswer.next(complaint);
        Set<PartingBurdens.Group> groups = burdens.groups(kept.id(), BrandScope.ALL);
        return new PartingView(
                complaint.reference(),
                complaint.subject(),
                complaint.customer(),
                RelationshipLinks.to(complaint.customer(), complaint.brand()),
                state(complaint, clock.instant()),
                parting == null ? null : parting.reason(),
                parting == null ? null : parting.coolingOffUntil(),
                next == null ? null : PartingAnswer.word(next),
                parting != null && parting.proposedBy().equals(caller.actor()),
                complaint.open(),
                steps(kept),
                signs(kept, texts),
                complaint.owedOpen().stream().map(ChosenElement::element).toList(),
                others(kept),
                burdens(caller.brands(), texts).stream()
                        .filter(each -> groups.stream()
                                .anyMatch(group -> group.stableName().equals(each.group())))
                        .toList(),
                Partings.farewell(complaint) != null,
                flaw);
    }

    private static String state(Complaint complaint, Instant now) {
        Complaint.PartingState parting = complaint.parting();
        if (parting == null) {
            return "none";
        }
        if (parting.done().contains(PartingStep.SILENCE)) {
            return "done";
        }
        Instant until = parting.coolingOffUntil();
        return until == null ? "proposed" : now.isBefore(until) ? "waiting" : "steps";
    }

    private static List<PartingView.Step> steps(KeptCase kept) {
        Complaint.PartingState parting = kept.complaint().parting();
        Set<PartingStep> done = parting == null ? Set.of() : parting.done();
        return Arrays.stream(PartingStep.values())
                .map(step -> step(kept, step, done.contains(step)))
                .toList();
    }

    private static PartingView.Step step(KeptCase kept, PartingStep step, boolean done) {
        String proof = null;
        Instant at = null;
        for (CaseEvent event : kept.events()) {
            if (done && event instanceof CaseEvent.PartingStepDone it && it.step() == step) {
                proof = it.proof();
                at = it.header().at();
            }
        }
        return new PartingView.Step(PartingAnswer.word(step), proof, at);
    }

    private List<PartingView.Sign> signs(KeptCase kept, Texts texts) {
        List<PartingView.Sign> signs = new ArrayList<>();
        advice(kept.id(), signs);
        Diagnosis diagnosis = diagnosis(kept.relationship());
        if (diagnosis != null) {
            double relevance = diagnosis.bond().selfRelevance();
            String share = texts.numerals().chance(relevance);
            if (relevance >= HIGH) {
                signs.add(new PartingView.Sign("relevant", share, "good"));
            } else if (relevance < LOW) {
                signs.add(new PartingView.Sign("irrelevant", share, "bad"));
            }
            signs.add(new PartingView.Sign(
                    "retaliation",
                    texts.numerals().chance(diagnosis.retaliationRisk()),
                    diagnosis.retaliationRisk() >= HIGH ? "good" : "quiet"));
            if (diagnosis.recoveryPower() >= HIGH) {
                signs.add(
                        new PartingView.Sign("recoverable", texts.numerals().chance(diagnosis.recoveryPower()), "bad"));
            }
        }
        Complaint complaint = kept.complaint();
        if (complaint.assessment().vulnerable()) {
            signs.add(new PartingView.Sign("vulnerable", "", "bad"));
        }
        if (complaint.inDanger()) {
            signs.add(new PartingView.Sign("danger", "", "bad"));
        }
        long promises = complaint.promises().stream().filter(CasePromise::open).count();
        if (promises > 0) {
            signs.add(new PartingView.Sign("promises", texts.numerals().count(promises), "bad"));
        }
        return signs;
    }

    /** What the latest proposed plan says, where one was worked out. */
    private void advice(long complaint, List<PartingView.Sign> signs) {
        database.sql("select answer from decision where complaint = ? order by at desc limit 1")
                .param(complaint)
                .query(String.class)
                .optional()
                .map(answer -> json.readTree(answer).path("part_or_recover").asString(""))
                .ifPresent(advice -> {
                    if (advice.equals("part")) {
                        signs.add(new PartingView.Sign("advised", "", "good"));
                    } else if (advice.equals("recover")) {
                        signs.add(new PartingView.Sign("against", "", "bad"));
                    }
                });
    }

    private @Nullable Diagnosis diagnosis(long relationship) {
        Diagnosing diagnosing = inForce.diagnosing();
        KeptStates states = new KeptStates(diagnosing.policy());
        return database.sql("select state from relationship where id = ? and state is not null and not restricted")
                .param(relationship)
                .query((row, number) -> states.read(row.getBytes(1)))
                .optional()
                .map(state -> diagnosing.at(clock.instant()).diagnose(state))
                .orElse(null);
    }

    private List<PartingView.Other> others(KeptCase kept) {
        Complaint complaint = kept.complaint();
        return alternatives
                .matching(complaint.brand(), complaint.language(), valued.by(kept.relationship()), MOST_ALTERNATIVES)
                .stream()
                .map(each -> new PartingView.Other(
                        each.alternative().name(),
                        each.alternative().address(),
                        String.join(", ", each.matched()).replace('_', ' ')))
                .toList();
    }

    /** How parting falls on each group, in words. */
    List<PartingView.Burdened> burdens(BrandScope seen, Texts texts) {
        List<PartingView.Burdened> told = new ArrayList<>();
        for (Map.Entry<PartingBurdens.Group, Burden> each : burdens.of(seen).entrySet()) {
            Burden burden = each.getValue();
            String tone = switch (burden.finding()) {
                case TOO_FEW, EVEN -> "quiet";
                case HEAVIER -> "warn";
                case CLEARLY_HEAVIER -> "bad";
            };
            told.add(new PartingView.Burdened(
                    each.getKey().stableName(),
                    texts.numerals().count(burden.group().all()),
                    texts.numerals().chance(burden.group().share()),
                    texts.numerals().chance(burden.group().low()) + " – "
                            + texts.numerals().chance(burden.group().high()),
                    texts.numerals().chance(burden.others().share()),
                    PartingAnswer.word(burden.finding()),
                    tone));
        }
        return told;
    }
}
