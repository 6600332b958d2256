package org.amends.guard.taxonomy;

import java.util.List;
import java.util.Map;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.food.Language;
import org.amends.guard.label.Finding;
import org.amends.guard.label.LabelReader;
import org.amends.guard.label.LabelReading;

/**
 * What the standard foods say of the words in a name: a long name that is added hides the short ones in it, so what those would
 * have said must be said by the new one.
 */
final class KnownParts {

    /**
     * Traits by how sure they are.
     *
     * @param is in every name that has a known part
     * @param may in some
     * @param seldom in unusual making
     */
    record Traits(long is, long may, long seldom) {}

    private final LabelReader reader;

    KnownParts(FoodKnowledge knowledge) {
        reader = new LabelReader(knowledge);
    }

    LabelReading read(String name, Language language) {
        return reader.readList(name, language);
    }

    /** Of all names of one thing. */
    Traits of(Map<Language, List<String>> names) {
        long always = -1;
        long any = 0;
        long seldom = 0;
        for (Map.Entry<Language, List<String>> each : names.entrySet()) {
            for (String name : each.getValue()) {
                List<Finding> findings = read(name, each.getKey()).findings();
                long is = 0;
                for (Finding finding : findings) {
                    is |= finding.confidence() < 1 ? 0 : finding.is();
                    any |= finding.is() | finding.may();
                    seldom |= finding.seldom();
                }
                always &= findings.isEmpty() ? -1 : is;
            }
        }
        long sure = any & always;
        return new Traits(sure, any & ~sure, seldom & ~any);
    }
}
