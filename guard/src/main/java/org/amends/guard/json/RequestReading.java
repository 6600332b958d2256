package org.amends.guard.json;

import java.util.List;
import org.amends.guard.act.AskedAct;
import org.amends.guard.substitution.SubstitutionRequest;
import org.jspecify.annotations.Nullable;

/** What came of reading a request. */
public sealed interface RequestReading {

    /** The id of the request; null where there is none. */
    @Nullable
    String id();

    /**
     * It can be answered.
     *
     * @param customer who the customer is, for a guard that knows them; null where the request does not say
     * @param isKnowing whether the request itself tells what the customer stated or bought
     * @param act what is to be done besides, or instead of, sending one of the candidates; null where nothing is
     */
    record Understood(
            SubstitutionRequest request,
            @Nullable String customer,
            boolean isKnowing,
            @Nullable AskedAct act) implements RequestReading {

        /** Of candidates only. */
        public Understood(SubstitutionRequest request, @Nullable String customer, boolean isKnowing) {
            this(request, customer, isKnowing, null);
        }

        @Override
        public String id() {
            return request.id();
        }
    }

    /**
     * It cannot be used: the answer is to ask.
     *
     * @param candidates the ids that could be read all the same
     * @param place where in the request
     * @param reason what is wrong there
     * @param remedy what to do about it
     */
    record Refused(@Nullable String id, List<String> candidates, String place, String reason, String remedy)
            implements RequestReading {
        public Refused {
            candidates = List.copyOf(candidates);
        }
    }
}
