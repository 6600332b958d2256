package org.amends.server.complaint.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.Complaint;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.Refusals;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes one case of two, and two of one. */
@Component
public final class Joining {

    private final Cases cases;
    private final TransactionTemplate transaction;

    Joining(Cases cases, TransactionTemplate transaction) {
        this.cases = cases;
        this.transaction = transaction;
    }

    /**
     * Has a case go on in another one.
     *
     * @param into the reference of the one that goes on
     * @param otherCustomer whether it is known that they are of different customers, and wanted: who is told about the one is then
     *     told about the other
     * @param version of the case that whoever acts has seen, or null when any will do
     * @return the one that goes on
     */
    public KeptCase merge(String reference, String into, boolean otherCustomer, Acts.By by, @Nullable Integer version) {
        if (reference.equals(into)) {
            throw Problem.invalid("into", "the case itself", "Name another case.");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            CaseHeader header = cases.now(by.actor());
            KeptCase target = cases.seen(into, by.brands());
            KeptCase ignored = cases.decide(reference, from -> {
                Acts.checkSeen(from, by, version);
                checkFit(from.complaint(), target.complaint(), otherCustomer);
                return List.of(new CaseEvent.MergedInto(header, into));
            });
            return cases.decide(into, kept -> List.of(new CaseEvent.TookOver(header, reference)));
        }));
    }

    private static void checkFit(Complaint from, Complaint into, boolean otherCustomer) {
        if (!from.brand().equals(into.brand())) {
            throw Refusals.because("OTHER_BRAND", "The two are of different brands.");
        }
        if (!otherCustomer && !from.customer().equals(into.customer())) {
            throw Refusals.because(
                    "OTHER_CUSTOMER",
                    "The two are of different customers. Merge the customers first, or say that it is meant so.");
        }
    }

    /**
     * Has a part of a case go on in a case of its own.
     *
     * @param subject of the new one
     * @param message of the customer that tells of it, or null
     * @param version of the case that whoever acts has seen, or null when any will do
     * @return the new one
     */
    public KeptCase split(
            String reference, String subject, @Nullable String message, Acts.By by, @Nullable Integer version) {
        return Objects.requireNonNull(transaction.execute(status -> {
            KeptCase seen = cases.seen(reference, by.brands());
            Complaint from = seen.complaint();
            if (message != null
                    && from.messages().stream().noneMatch(each -> each.message().equals(message))) {
                throw Problem.invalid("message", "none of this case", "Name the id of one of its messages.");
            }
            CaseHeader header = cases.now(by.actor());
            List<KeptCase> made = new ArrayList<>();
            KeptCase ignored = cases.decide(reference, kept -> {
                Acts.checkSeen(kept, by, version);
                made.add(cases.open(
                        new Cases.NewCase(
                                from.customer(), from.brand(), from.channel(), from.language(), subject, message, null),
                        by.actor(),
                        List.of(new CaseEvent.Linked(header, reference))));
                return List.of(new CaseEvent.SplitOff(
                        header, made.getFirst().complaint().reference()));
            });
            return made.getFirst();
        }));
    }

    /** The cases that went on in this one, with what went on in them. */
    public static List<String> parts(KeptCase kept) {
        return kept.events().stream()
                .filter(CaseEvent.TookOver.class::isInstance)
                .map(event -> ((CaseEvent.TookOver) event).reference())
                .toList();
    }
}
