package org.amends.server.recovery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.event.FailureKind;
import org.amends.money.Money;
import org.amends.server.complaint.CaseListener;
import org.amends.server.customer.PersonalData;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what each case with an answer got, as its log goes on. */
@Component
final class PrecedentLedger implements CaseListener, PersonalData {

    private final JdbcClient database;

    PrecedentLedger(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        if (happened.stream().noneMatch(PrecedentLedger::matters)) {
            return;
        }
        Complaint state = after.complaint();
        Instant answered = state.answeredAt();
        if (!judged(state.outcome())) {
            forget(after.id());
        } else if (answered != null) {
            forget(after.id());
            write(after, answered);
        } else if (Boolean.FALSE.equals(state.accepted())) {
            rejected(after);
        }
    }

    /** What was granted did not hold; it stays what it was until there is another answer. */
    private void rejected(KeptCase kept) {
        int known = database.sql("update precedent set accepted = false where complaint = ?")
                .param(kept.id())
                .update();
        Instant answered = known == 0 ? lastAnswer(kept.events()) : null;
        if (answered != null) {
            write(kept, answered);
        }
    }

    private static @Nullable Instant lastAnswer(List<CaseEvent> events) {
        for (CaseEvent event : events.reversed()) {
            if (event instanceof CaseEvent.LetterSent sent && sent.purpose().answers()) {
                return sent.header().at();
            }
        }
        return null;
    }

    private static boolean matters(CaseEvent event) {
        return event instanceof CaseEvent.LetterSent
                || event instanceof CaseEvent.Assessed
                || event instanceof CaseEvent.PlanChosen
                || event instanceof CaseEvent.PlanApproved
                || event instanceof CaseEvent.PlanRefused
                || event instanceof CaseEvent.OutcomeAccepted
                || event instanceof CaseEvent.OutcomeRejected
                || event instanceof CaseEvent.Closed
                || event instanceof CaseEvent.MergedInto
                || event instanceof CaseEvent.SurveyAnswered;
    }

    /** Who took it back, or complained of nothing, got nothing that others could be measured by. */
    private static boolean judged(@Nullable CaseOutcome outcome) {
        return switch (outcome) {
            case null -> true;
            case UPHELD, PARTLY_UPHELD, NOT_UPHELD, PARTED -> true;
            case WITHDRAWN, NO_COMPLAINT, MERGED -> false;
        };
    }

    private void forget(long complaint) {
        int ignored = database.sql("delete from precedent where complaint = ?")
                .param(complaint)
                .update();
    }

    private void write(KeptCase kept, Instant answered) {
        Complaint state = kept.complaint();
        Assessment said = state.assessment();
        Complaint.ChosenPlan plan = state.plan();
        List<ChosenElement> granted = plan == null || !plan.allowed() ? List.of() : plan.elements();
        CaseEvent.SurveyAnswered survey = state.survey();
        String[] failures =
                said.failures().stream().map(FailureKind::name).distinct().toArray(String[]::new);
        int ignored = database.sql("""
                        insert into precedent (complaint, failure, brand, answered_at, failures, want, loss_band, tenure_band,
                            currency, elements, amounts, granted, accepted, resolved)
                        select :complaint, each, :brand, :answered, :failures, :want, :loss, :tenure, :currency, :elements,
                            :amounts, :granted, :accepted, :resolved
                        from unnest(:failures) each""")
                .param("complaint", kept.id())
                .param("brand", state.brand())
                .param("answered", answered.atOffset(ZoneOffset.UTC))
                .param("failures", failures)
                .param("want", said.want().name())
                .param("loss", PrecedentBands.loss(said.loss()))
                .param("tenure", PrecedentBands.tenure(tenureDays(kept.id()).orElse(null)))
                .param("currency", currency(said.loss(), granted))
                .param("elements", granted.stream().map(ChosenElement::element).toArray(String[]::new))
                .param("amounts", granted.stream().map(PrecedentLedger::amount).toArray(BigDecimal[]::new))
                .param(
                        "granted",
                        granted.stream()
                                .map(PrecedentLedger::amount)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .param("accepted", state.accepted())
                .param("resolved", survey == null ? null : survey.resolved())
                .update();
    }

    private static @Nullable BigDecimal amount(ChosenElement element) {
        Money amount = element.amount();
        return amount == null ? null : amount.toDecimal();
    }

    private static @Nullable String currency(@Nullable Money loss, List<ChosenElement> granted) {
        if (loss != null) {
            return loss.currency().getCurrencyCode();
        }
        for (ChosenElement each : granted) {
            Money amount = each.amount();
            if (amount != null) {
                return amount.currency().getCurrencyCode();
            }
        }
        return null;
    }

    /** Days since the relationship began when the case was opened; empty where nothing was known of it. */
    Optional<Integer> tenureDays(long complaint) {
        return database.sql("select tenure_days from parting_ground where complaint = ? and tenure_days is not null")
                .param(complaint)
                .query(Integer.class)
                .optional();
    }

    /** What one person got is no measure for others once that person is forgotten. */
    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        return database.sql("""
                        delete from precedent where complaint in (select id from complaint where customer = any (?))""").param(customers.toArray(String[]::new)).update();
    }
}
