package org.amends.format.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.Hostility;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.amends.policy.FailureType;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.amends.relationship.AgeBase;
import org.amends.relationship.BaseOutlook;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.FoldTerms;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
import org.amends.relationship.Situation;
import org.amends.relationship.Standing;
import org.junit.jupiter.api.Test;

class StateBytesTest {

    private static final FoldTerms TERMS = FoldTerms.of(Policy.standard());
    private static final Situation SITUATION = Situation.at(Instant.parse("2025-02-01T00:00:00Z"), Situation.QUARTER);
    private static final BaseOutlook BASE = new AgeBase(Policy.standard()).outlook(1, 4, 100, Situation.QUARTER);

    @Test
    void aFoldThatPausedAnywhereEndsWhereOneThatNeverPausedDoes() {
        Histories histories = new Histories(7);
        for (int round = 0; round < 300; round++) {
            List<Event> history =
                    histories.next().stream().sorted(RelationshipFold.ORDER).toList();
            byte[] unpaused = bytes(fold(history));
            for (int cut = 1; cut <= history.size(); cut++) {
                RelationshipFold resumed = resumed(bytes(fold(history.subList(0, cut))));
                history.subList(cut, history.size()).forEach(resumed::apply);
                assertThat(bytes(resumed)).isEqualTo(unpaused);
            }
        }
    }

    @Test
    void aResumedFoldGivesTheSameRelationshipAndDiagnosis() {
        Histories histories = new Histories(8);
        Diagnostician diagnostician = new Diagnostician(Policy.standard());
        for (int round = 0; round < 300; round++) {
            List<Event> history = histories.next();
            Relationship replayed = RelationshipFold.replay(history, Policy.standard());
            Relationship resumed = resumed(bytes(
                            fold(history.stream().sorted(RelationshipFold.ORDER).toList())))
                    .relationship();
            assertThat(resumed).isEqualTo(replayed);
            assertThat(diagnostician.diagnose(resumed, BASE, SITUATION))
                    .isEqualTo(diagnostician.diagnose(replayed, BASE, SITUATION));
        }
    }

    @Test
    void repetitionsOfTheLastMomentAreStillKnownAfterAPause() {
        Event a = visit("a");
        Event b = visit("b");
        RelationshipFold resumed = resumed(bytes(fold(List.of(a, b))));
        resumed.apply(a);
        resumed.apply(b);
        assertThat(bytes(resumed)).isEqualTo(bytes(fold(List.of(a, b))));
    }

    @Test
    void aRepetitionLeavesNoTraceInTheBytes() {
        assertThat(bytes(fold(List.of(visit("a"), visit("a"))))).isEqualTo(bytes(fold(List.of(visit("a")))));
    }

    @Test
    void theBytesOfOneStateNeverChangeWithoutANewVersion() {
        assertThat(HexFormat.of().formatHex(bytes(fold(List.of(visit("a"))))))
                .isEqualTo("01" + HexFormat.of().toHexDigits(TERMS.digest()) + "016300" + "8096a4f70c00".repeat(2)
                        + "0161" + "00".repeat(19));
    }

    @Test
    void constantsAreKeptByTheirPlaceSoTheirOrderStays() {
        assertThat(Standing.values())
                .extracting(Enum::name)
                .containsExactly("ACTIVE", "LEAVING", "LEFT", "PARTED", "ERASED");
        assertThat(Tier.values()).extracting(Enum::name).containsExactly("NONE", "SILVER", "GOLD");
        assertThat(Want.values()).extracting(Enum::name).containsExactly("ECONOMIC", "ESTEEM", "BOTH", "UNKNOWN");
        assertThat(Hostility.values())
                .extracting(Enum::name)
                .containsExactly("CALM", "IRRITATED", "CONTEMPTUOUS", "RAGING");
        assertThat(FailureType.values())
                .extracting(Enum::name)
                .containsExactly("MONETARY", "PRODUCT", "SERVICE", "ATTENTION");
    }

    @Test
    void bytesOfAnotherVersionAreRefused() {
        assertThatThrownBy(() -> StateBytes.read(new byte[] {9}))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessage("The kept state cannot be read: it has format 9 and this program reads 1."
                        + " Maybe rebuild the states from the log.");
    }

    @Test
    void bytesThatEndEarlyOrGoOnAreRefused() {
        byte[] whole = bytes(fold(
                new Histories(9).next().stream().sorted(RelationshipFold.ORDER).toList()));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> StateBytes.read(part)).isInstanceOf(UnreadableStateException.class);
        }
        assertThatThrownBy(() -> StateBytes.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(UnreadableStateException.class);
    }

    @Test
    void theTermsTellUnderWhichNumbersAStateWasFolded() {
        FoldTerms other = FoldTerms.of(Policy.standard().with(Parameter.PURCHASE_MOMENT, 0.25));
        FoldTerms unrelated = FoldTerms.of(Policy.standard().with(Parameter.RETALIATION_HOSTILITY, 0.25));
        assertThat(other.digest()).isNotEqualTo(TERMS.digest());
        assertThat(unrelated.digest()).isEqualTo(TERMS.digest());
        assertThat(StateBytes.read(bytes(fold(List.of(visit("a"))))).terms()).isEqualTo(TERMS.digest());
    }

    private static Event visit(String id) {
        return new Event.Visit(
                new EventHeader(new EventId(id), new CustomerId("c"), null, Instant.parse("2025-01-01T00:00:00Z")),
                null);
    }

    private static RelationshipFold fold(List<Event> inOrder) {
        RelationshipFold fold = new RelationshipFold(Policy.standard());
        inOrder.forEach(fold::apply);
        return fold;
    }

    private static byte[] bytes(RelationshipFold fold) {
        return StateBytes.of(fold.snapshot(), TERMS);
    }

    private static RelationshipFold resumed(byte[] bytes) {
        return RelationshipFold.continued(StateBytes.read(bytes).snapshot(), TERMS);
    }
}
