package org.amends.relationship;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;

/**
 * Diagnoses relationships under one policy. The same policy, state, base outlook and situation give the same diagnosis, to the
 * byte. Safe for use by several threads.
 */
public final class Diagnostician {

    /** A closed case whose recovery failed is still felt for two half-lives. */
    private static final double STILL_FELT = 0.25;

    private final Policy policy;

    /** A diagnostician with the numbers of this policy. */
    public Diagnostician(Policy policy) {
        this.policy = policy;
    }

    /**
     * What is the matter with a relationship.
     *
     * @param relationship its state
     * @param base what a base model says of it when nothing goes wrong
     * @param situation the moment, the horizon and the market
     */
    public Diagnosis diagnose(Relationship relationship, BaseOutlook base, Situation situation) {
        return examine(relationship, base, situation, Plea.NONE).diagnosis();
    }

    /** The same with all that a plan rests on. */
    public Plight plight(Relationship relationship, BaseOutlook base, Situation situation) {
        return examine(relationship, base, situation, Plea.NONE).plight();
    }

    /**
     * The same from a few facts, with the base model of the policy.
     *
     * @param horizon how far ahead leaving is asked for
     */
    public Diagnosis diagnose(RelationshipFacts facts, Duration horizon) {
        return examine(facts, horizon).diagnosis();
    }

    /** The same with all that a plan rests on. */
    public Plight plight(RelationshipFacts facts, Duration horizon) {
        return examine(facts, horizon).plight();
    }

    private Examined examine(RelationshipFacts facts, Duration horizon) {
        FactsHistory history = new FactsHistory(facts, policy);
        return examine(history.relationship(), history.outlook(horizon), history.situation(horizon), history.plea());
    }

    private Examined examine(Relationship relationship, BaseOutlook base, Situation situation, Plea plea) {
        Circumstances circumstances = Circumstances.of(relationship, situation, policy);
        List<Injury> injuries = new Injuries(circumstances, plea).all();
        Risks risks = new Risks(circumstances, injuries, plea.promisedDays());
        Findings findings = new Findings(circumstances, injuries, base);
        Prospects prospects = new Prospects(circumstances);
        double yearlyValue = plea.annualValue() > 0 ? plea.annualValue() : findings.yearlyValue();
        List<Contribution> contributions = contributions(circumstances, base, injuries, plea, prospects);
        double recoveryPower = prospects.recoveryPower(injuries, plea.offerRatio());
        double leaving = leaving(contributions);
        double priority = new Priorities(circumstances)
                .points(injuries, leaving, risks.retaliation(), yearlyValue, plea.promisedDays());
        return new Examined(
                circumstances,
                injuries,
                risks,
                prospects,
                plea,
                diagnosis(circumstances, base, contributions, risks, findings, leaving, recoveryPower, priority));
    }

    /** A relationship that was diagnosed. What only a plan needs is worked out where a plan is made: most diagnoses lead to none. */
    private record Examined(
            Circumstances circumstances,
            List<Injury> injuries,
            Risks risks,
            Prospects prospects,
            Plea plea,
            Diagnosis diagnosis) {

        Plight plight() {
            Relationship relationship = circumstances.relationship();
            return new Plight(
                    diagnosis,
                    grievances(injuries, risks),
                    relationship.tier(),
                    relationship.standing(),
                    relationship.vulnerable(),
                    relationship.smallIssues().size(),
                    diagnosis.contributionOf(BreakMode.COMPETITOR_PULL) > 0,
                    plea.offerRatio(),
                    risks.dueExpectation(),
                    prospects.recoverable(injuries));
        }
    }

    private static double leaving(List<Contribution> contributions) {
        double logit = 0;
        for (Contribution contribution : contributions) {
            logit += contribution.logit();
        }
        return Decay.probability(logit);
    }

    private static Diagnosis diagnosis(
            Circumstances circumstances,
            BaseOutlook base,
            List<Contribution> contributions,
            Risks risks,
            Findings findings,
            double leaving,
            double recoveryPower,
            double priority) {
        BreakMode mode = findings.mode(contributions);
        boolean silent = findings.silentSufferer();
        boolean neglected = findings.neglectedLoyal();
        return new Diagnosis(
                leaving,
                mode,
                contributions,
                risks.retaliation(),
                risks.avoidance(),
                risks.complaintPropensity(),
                risks.expectation(),
                recoveryPower,
                priority,
                findings.paradox(),
                silent,
                risks.doublyDeviated(),
                neglected,
                risks.opportunism(),
                circumstances.bond(),
                findings.openIssues(),
                base.alive(),
                base.expectedPurchases(),
                base.residualValue(),
                base.residualValue() * leaving,
                findings.answer(mode, silent, neglected, findings.parts(mode, risks, recoveryPower)));
    }

    /** What is open, and what was closed by a recovery that failed. */
    private static List<Grievance> grievances(List<Injury> injuries, Risks risks) {
        List<Grievance> grievances = new ArrayList<>();
        for (Injury injury : injuries) {
            if (injury.open() || (injury.failedRecovery() && injury.fading() >= STILL_FELT)) {
                Double waited = injury.current() ? injury.waitedDays() : null;
                grievances.add(Grievance.of(injury, waited != null && risks.late(waited)));
            }
        }
        return grievances;
    }

    private static List<Contribution> contributions(
            Circumstances circumstances, BaseOutlook base, List<Injury> injuries, Plea plea, Prospects prospects) {
        List<Contribution> contributions = new ArrayList<>();
        new Holds(circumstances).addTo(contributions, base, injuries);
        List<Contribution> harms = new ArrayList<>();
        new Harms(circumstances, plea.promisedDays()).addTo(harms, injuries);
        new Pulls(circumstances).addTo(harms, injuries, base);
        Double offer = plea.offerRatio();
        if (offer != null) {
            harms.addAll(prospects.offered(injuries, offer));
        }
        double share = circumstances.relationship().over() ? circumstances.get(Parameter.LEFT_SHARE) : 1;
        for (Contribution harm : harms) {
            contributions.add(share == 1 ? harm : new Contribution(harm.event(), harm.cause(), harm.logit() * share));
        }
        return contributions;
    }
}
