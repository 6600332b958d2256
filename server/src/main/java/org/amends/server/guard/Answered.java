package org.amends.server.guard;

import org.amends.guard.substitution.SubstitutionAnswer;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.slip.IntendedAct;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A request with what was answered to it.
 *
 * @param request as it was asked, without what was added from the log
 * @param customer as the request names them; null where it names none
 * @param known what is known of them; null where nothing is, or where it was not looked for
 * @param answer about the candidates, and behind them about the act
 * @param act what was to be done; null where only candidates were asked about
 */
record Answered(
        SubstitutionRequest request,
        @Nullable String customer,
        KnownCustomer.@Nullable Found known,
        SubstitutionAnswer answer,
        @Nullable IntendedAct act) {

    /** Whether something was asked or blocked. A look at promises is none, however often somebody looks. */
    boolean isNearMiss() {
        return !(act instanceof IntendedAct.ToWait && request.candidates().isEmpty())
                && answer.verdicts().stream().anyMatch(each -> each.verdict() != Verdict.ALLOW);
    }
}
