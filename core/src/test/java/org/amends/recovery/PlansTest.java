package org.amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.amends.policy.Element;
import org.amends.policy.Policy;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.Facts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * For pairs of relationships that differ in one thing: what the evidence says that this does to the plan. "gains x": the variant has
 * the element x and the base does not; "bars x": the variant excludes x and the base does not.
 */
class PlansTest {

    private static final Diagnostician DIAGNOSTICIAN = new Diagnostician(Policy.standard());
    private static final Planner PLANNER = new Planner(Policy.standard());

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            base                                                        | variant                                                      | expected
            fail=billing_error:0.5:5:open:none complained loss=40       | fail=billing_error:0.5:5:open:none complained loss=90        | cost rises
            fail=late_delivery:0.3:5:open:none complained want=economic loss=40 | fail=late_delivery:0.9:5:open:none complained want=economic loss=40 | cost rises
            fail=late_delivery:0.5:5:open:none:no complained want=economic loss=40 | fail=late_delivery:0.5:5:open:none:yes complained want=economic loss=40 | cost rises
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 | fail=late_delivery:0.5:5:open:poor complained want=economic loss=40 | cost rises
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 | fail=late_delivery:0.5:5:open:none fail=late_delivery:0.5:25:closed:good complained want=economic loss=40 | cost rises
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 | fail=late_delivery:0.5:5:open:none complained want=esteem loss=40 | cost falls
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 tier=none | fail=late_delivery:0.5:5:open:none complained want=economic loss=40 tier=gold | cost rises
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 success=0 | fail=late_delivery:0.5:5:open:none complained want=economic loss=40 success=4 | cost rises
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 response=9 promised=14 | fail=late_delivery:0.5:5:open:none complained want=economic loss=40 response=9 promised=2 | cost rises
            fail=billing_error:0.5:5:open:none complained want=economic loss=40 value=50 | fail=billing_error:0.5:5:open:none complained want=economic loss=40 value=50000 | cost same
            fail=billing_error:0.5:5:open:none complained want=economic loss=40 | fail=billing_error:0.5:5:open:none complained want=economic loss=40 other | cost same
            fail=billing_error:0.5:5:open:none complained want=economic loss=40 | fail=billing_error:0.5:5:open:none complained want=economic loss=40 vulnerable | cost not less
            fail=privacy_breach:0.6:5:open:none complained loss=40      | fail=privacy_breach:0.9:5:open:none complained loss=40       | cost same
            fail=billing_error:0.5:5:open:none complained loss=40       | fail=billing_error:0.5:5:closed:excellent complained loss=40 | cost falls
                                                                        | fail=late_delivery:0.6:5:open:none complained loss=20        | cost rises
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 | fail=late_delivery:0.5:5:open:none complained want=esteem loss=40 | rank earlier
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 | fail=late_delivery:0.5:5:open:none complained want=both loss=40 | rank earlier
            fail=late_delivery:0.5:5:open:none complained want=unknown loss=40 | fail=late_delivery:0.5:5:open:none complained want=unknown loss=40 hostility=3 | rank earlier
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 | fail=late_delivery:0.5:5:open:poor complained want=economic loss=40 | rank earlier
            fail=billing_error:0.6:5:open:none complained loss=40       | fail=rude_contact:0.6:5:open:none complained loss=40         | rank earlier
            fail=late_delivery:0.6:5:open:none complained loss=40       | fail=preference_violation:0.6:5:open:none complained loss=40 | rank earlier
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 value=50 | fail=late_delivery:0.5:5:open:none complained want=economic loss=40 value=9000 | rank same
            fail=defective_product:0.5:5:open:none complained           | fail=billing_error:0.5:5:open:none complained                | gains refund
            fail=billing_error:0.5:5:open:none complained               | fail=defective_product:0.5:5:open:none complained            | gains replacement
            fail=defective_product:0.5:5:open:none complained           | fail=defective_product:0.2:5:open:none complained            | gains repair
            fail=billing_error:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:none complained                | gains redo_service
            fail=billing_error:0.5:5:open:none complained               | fail=rude_contact:0.5:5:open:none complained                 | gains personal_apology
            fail=billing_error:0.5:5:open:none complained               | fail=preference_violation:0.5:5:open:none complained         | gains preference_fix
            fail=billing_error:0.5:5:open:none complained               | fail=privacy_breach:0.5:5:open:none complained               | gains breach_notice
            fail=late_delivery:0.5:5:open:none complained               | fail=safety:0.5:5:open:none complained                       | gains human_contact
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:none complained vulnerable     | gains human_contact
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:none complained hostility=3    | gains human_contact
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:none                           | gains proactive_contact
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:poor complained                | gains named_contact
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:poor complained                | gains process_fix_report
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:poor complained                | gains compensation
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:poor complained                | gains personal_apology
            fail=late_delivery:0.3:5:open:none complained               | fail=late_delivery:0.8:5:open:none complained                | gains personal_apology
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:none complained want=esteem    | gains voice
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:none complained tier=gold      | gains status_gesture
            fail=late_delivery:0.5:5:open:none complained               | fail=long_wait:0.5:5:open:none complained                    | gains process_fix_report
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:none fail=late_delivery:0.5:15:open:none complained | gains process_fix_report
            issues=0                                                    | issues=4 oldest=60                                           | gains named_contact
            tenure=6 attention=20                                       | tenure=6 attention=500                                       | gains proactive_contact
                                                                        | rival                                                        | gains voice
            fail=late_delivery:0.6:5:open:none complained left self=0.2 | fail=late_delivery:0.6:5:open:none complained left self=0.9  | gains clean_exit
            fail=late_delivery:0.6:5:open:none complained left self=0.9 | fail=late_delivery:0.6:5:open:none complained left self=0.1  | gains status_gesture
            fail=billing_error:0.5:5:open:none complained               | fail=broken_promise:0.5:5:open:none complained               | gains redo_service
            fail=rude_contact:0.5:5:open:none complained                | fail=ignored_contact:0.5:5:open:none complained              | gains named_contact
            fail=billing_error:0.5:5:open:none complained               | fail=cancellation_obstacle:0.5:5:open:none complained        | gains clean_exit
            fail=late_delivery:0.5:5:open:none complained               | fail=late_delivery:0.5:5:open:none complained left           | gains refund
            fail=late_delivery:0.2:5:open:none complained left          | fail=late_delivery:0.2:5:open:poor complained left           | gains compensation
            fail=late_delivery:0.5:5:open:none complained want=economic loss=40 hostility=0 | fail=late_delivery:0.5:5:open:none complained want=economic loss=40 hostility=2 | cost same
            fail=billing_error:0.6:20:open:none complained loss=40      | fail=billing_error:0.6:20:open:none complained loss=40 promised=5 | cost rises
            fail=late_delivery:0.5:5:open:none complained want=economic response=1 promised=3 | fail=late_delivery:0.5:5:open:none complained want=economic response=12 promised=3 | bars money_only
            fail=late_delivery:0.6:5:open:none complained left self=0.2 | fail=late_delivery:0.6:5:open:none complained left self=0.9  | parts
            fail=late_delivery:0.6:5:open:none complained left self=0.9 | fail=late_delivery:0.6:5:open:none complained self=0.9       | recovers
            fail=late_delivery:0.6:5:open:none complained left self=0.9 trust=0.1 | fail=late_delivery:0.6:5:open:none complained left self=0.3 trust=0.9 | recovers
            fail=late_delivery:0.6:5:open:none complained left self=0.2 | fail=late_delivery:0.6:5:open:none complained left self=0.9  | bars win_back_offer
                                                                        | fail=late_delivery:0.6:5:open:none complained                | bars marketing_contact
                                                                        | issues=2 oldest=20                                           | bars marketing_contact
            fail=late_delivery:0.5:5:open:none complained want=esteem   | fail=late_delivery:0.5:5:open:none complained want=economic  | bars apology_only
            fail=late_delivery:0.5:5:open:none complained want=economic | fail=late_delivery:0.5:5:open:none complained want=esteem    | bars money_only
            fail=late_delivery:0.5:5:open:none complained want=esteem   | fail=late_delivery:0.5:5:open:poor complained want=esteem    | bars apology_only
            fail=late_delivery:0.5:5:open:none complained want=economic | fail=late_delivery:0.5:5:open:poor complained want=economic  | bars money_only
            fail=late_delivery:0.5:5:open:none complained want=economic loss=20 | fail=preference_violation:0.5:5:open:none complained want=economic loss=20 | bars money_only
            fail=billing_error:0.5:5:open:none complained loss=40 offer=1 | fail=billing_error:0.5:5:open:none complained loss=40 offer=2 | bars overcompensation
            fail=late_delivery:0.5:5:open:none complained loss=40       | fail=privacy_breach:0.5:5:open:none complained loss=40       | bars overcompensation
            """)
    void aVariantMovesThePlanAsTheEvidenceSays(String base, String variant, String expected) {
        Plan before = plan(base == null ? "" : base);
        Plan after = plan(variant);
        String[] words = expected.split(" ", 2);
        switch (words[0]) {
            case "cost" -> moves(before.cost(), after.cost(), words[1]);
            case "rank" -> moves(after.apologyRank(), before.apologyRank(), words[1]);
            case "gains" -> {
                Element element = Element.valueOf(words[1].toUpperCase(Locale.ROOT));
                assertThat(after.has(element))
                        .as("variant: %s", after.elements())
                        .isTrue();
                assertThat(before.has(element))
                        .as("base: %s", before.elements())
                        .isFalse();
            }
            case "bars" -> {
                Exclusion exclusion = Exclusion.valueOf(words[1].toUpperCase(Locale.ROOT));
                assertThat(after.excluded()).extracting(Excluded::what).contains(exclusion);
                assertThat(before.excluded()).extracting(Excluded::what).doesNotContain(exclusion);
            }
            case "parts" ->
                assertThat(new boolean[] {before.parts(), after.parts()}).containsExactly(false, true);
            case "recovers" ->
                assertThat(new boolean[] {before.parts(), after.parts()}).containsExactly(true, false);
            default -> throw new IllegalArgumentException(expected);
        }
    }

    private static void moves(double from, double to, String how) {
        switch (how) {
            case "rises", "earlier" -> assertThat(to).isGreaterThan(from);
            case "falls" -> assertThat(to).isLessThan(from);
            case "same" -> assertThat(to).isEqualTo(from);
            case "not less" -> assertThat(to).isGreaterThanOrEqualTo(from);
            default -> throw new IllegalArgumentException(how);
        }
    }

    private static Plan plan(String facts) {
        return PLANNER.plan(DIAGNOSTICIAN.plight(Facts.of(facts), Duration.ofDays(90)));
    }
}
