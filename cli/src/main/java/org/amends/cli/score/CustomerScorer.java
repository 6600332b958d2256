package org.amends.cli.score;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.amends.cli.report.ReportCollector;
import org.amends.event.Event;
import org.amends.insight.outlook.BaseOutlooks;
import org.amends.policy.Policy;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.Relationship;
import org.amends.relationship.Situation;
import org.amends.story.CustomerFacts;

/** Folds and diagnoses whole histories. Safe for threads: each call borrows a report collector of its own. */
final class CustomerScorer {

    private final Policy policy;
    private final Diagnostician diagnostician;
    private final BaseOutlooks outlooks;
    private final Situation situation;
    private final double threshold;
    private final BlockingQueue<ReportCollector> idle = new LinkedBlockingQueue<>();

    CustomerScorer(Policy policy, BaseOutlooks outlooks, Situation situation, double threshold) {
        this.policy = policy;
        this.diagnostician = new Diagnostician(policy);
        this.outlooks = outlooks;
        this.situation = situation;
        this.threshold = threshold;
    }

    /** Scores a batch, in its order. */
    List<ScoredCustomer> score(EventBatch batch) {
        ReportCollector collector = idle.poll();
        if (collector == null) {
            collector = new ReportCollector(situation.now(), threshold);
        }
        List<ScoredCustomer> scored = new ArrayList<>();
        for (EventBatch.OneHistory history : batch.histories()) {
            scored.add(score(history, collector));
        }
        idle.add(collector);
        return scored;
    }

    private ScoredCustomer score(EventBatch.OneHistory history, ReportCollector collector) {
        CustomerFold fold = history.begun();
        if (fold == null) {
            fold = new CustomerFold(policy);
            for (Event event : history.events()) {
                fold.take(event);
            }
        }
        Relationship relationship = fold.finish();
        Diagnosis diagnosis = diagnostician.diagnose(relationship, outlooks.of(relationship), situation);
        collector.add(
                CustomerFacts.of(relationship, ScoredCustomer.gone(relationship, diagnosis)), diagnosis, fold.told());
        return new ScoredCustomer(relationship, diagnosis, fold.events(), fold.duplicates());
    }

    /** What was gathered for the report; called once, when all is scored. */
    ReportCollector collected() {
        ReportCollector all = new ReportCollector(situation.now(), threshold);
        idle.forEach(all::merge);
        return all;
    }
}
