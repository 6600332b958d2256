package org.amends.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.amends.event.EventType;
import org.amends.policy.FailureCatalogue;
import org.amends.policy.Parameter;
import org.junit.jupiter.api.Test;

/** Names that files and other systems rely on are unique, are never taken back, and are shown by an example. */
class VocabularyTest {

    private static final Tree PROJECT = Tree.ofThisProject();
    private static final Path GOLDEN = PROJECT.root().resolve("formats/src/test/resources/golden/events");

    /** Every name ever released, in the order in which they came. Names are added at the end and stay. */
    private static final List<String> EVENT_NAMES = List.of(
            "purchase",
            "purchase_cancelled",
            "return",
            "visit",
            "engagement",
            "membership_changed",
            "attention_given",
            "failure",
            "complaint",
            "contact",
            "reply_sent",
            "remedy_given",
            "issue_resolved",
            "promise_made",
            "promise_kept",
            "promise_broken",
            "feedback",
            "competitor_signal",
            "preference_stated",
            "preference_withdrawn",
            "preference_violated",
            "advocacy",
            "public_criticism",
            "departure_announced",
            "departed",
            "parted",
            "returned",
            "erased");

    @Test
    void eventNamesAreUniqueAndNoneIsTakenBack() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::stableName))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(EVENT_NAMES);
    }

    @Test
    void eachEventTypeHasItsGoldenJson() {
        assertThat(EventType.values())
                .allSatisfy(type ->
                        assertThat(GOLDEN.resolve(type.stableName() + ".json")).isNotEmptyFile());
    }

    @Test
    void parameterKeysAreUnique() {
        assertThat(Arrays.stream(Parameter.values()).map(Parameter::key)).doesNotHaveDuplicates();
    }

    @Test
    void theTablesOfTheModelAreThoseOfTheCode() {
        assertThat(ModelTables.findings(PROJECT)).isEmpty();
    }

    @Test
    void theGuideDescribesEachEventType() {
        String guide = PROJECT.text(PROJECT.root().resolve("docs/guide/events.md"));
        String types = guide.substring(guide.indexOf("## Types"), guide.indexOf("Failure kinds"));

        assertThat(Tree.all(Pattern.compile("(?m)^\\| `(\\w+)` \\|"), types))
                .containsExactlyElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::stableName)
                        .toList());
    }

    @Test
    void theGuideNamesEachFailureKind() {
        String guide = PROJECT.text(PROJECT.root().resolve("docs/guide/events.md"));

        assertThat(FailureCatalogue.defaults())
                .allSatisfy(failure ->
                        assertThat(guide).contains("`" + failure.kind().name() + "`"));
    }
}
