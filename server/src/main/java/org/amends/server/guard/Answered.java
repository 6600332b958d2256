package org.amends.server.guard;

import org.amends.guard.substitution.SubstitutionAnswer;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.guard.substitution.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A request with what was answered to it.
 *
 * @param request as it was asked, without what was added from the log
 * @param customer as the request names them; null where it names none
 * @param known what is known of them; null where nothing is, or where it was not looked for
 */
record Answered(
        SubstitutionRequest request,
        @Nullable String customer,
        KnownCustomer.@Nullable Found known,
        SubstitutionAnswer answer) {

    /** Whether something was asked or blocked. */
    boolean isNearMiss() {
        return answer.verdicts().stream().anyMatch(each -> each.verdict() != Verdict.ALLOW);
    }
}
