package org.amends.server.recovery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.amends.complaint.ChosenElement;
import org.amends.policy.Confidence;
import org.amends.policy.Element;
import org.amends.policy.Policy;
import org.amends.policy.RemedyProfile;
import org.amends.server.problem.Problem;
import org.junit.jupiter.api.Test;

class OfferedGesturesTest {

    private static final Policy WITHOUT_REPAIRS = new Policy(
            "no-repairs",
            Map.of(),
            List.of(),
            List.of(new RemedyProfile(Element.REPAIR, false, 0.7, 0, 0.1, "own rules", Confidence.CHOSEN)));
    private static final ChosenElement GESTURE = new ChosenElement("repair", null, false);
    private static final ChosenElement OWED = new ChosenElement("repair", null, true);

    @Test
    void whatThePolicyDoesNotOfferIsNotGivenByChoiceEither() {
        assertThatThrownBy(() -> Plans.requireOffered(WITHOUT_REPAIRS, List.of(), List.of(GESTURE)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("repair");
    }

    @Test
    void whatIsOwedProposedOrOfferedCanBeChosen() {
        assertThatCode(() -> {
                    Plans.requireOffered(WITHOUT_REPAIRS, List.of(), List.of(OWED));
                    Plans.requireOffered(WITHOUT_REPAIRS, List.of(GESTURE), List.of(GESTURE));
                    Plans.requireOffered(Policy.standard(), List.of(), List.of(GESTURE));
                })
                .doesNotThrowAnyException();
    }
}
