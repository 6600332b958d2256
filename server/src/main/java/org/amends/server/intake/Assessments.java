package org.amends.server.intake;

import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.amends.complaint.Assessment;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.language.fact.AmountFact;
import org.amends.language.reading.Labels;
import org.amends.language.reading.Leaving;
import org.amends.language.reading.Motive;
import org.amends.language.reading.Reading;
import org.amends.language.reading.Route;
import org.amends.language.reading.Severity;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** What a reader says of a message, in the words of cases. */
public final class Assessments {

    private Assessments() {}

    /** What a first message says. */
    public static Assessment of(Reading reading) {
        Labels labels = reading.labels();
        return new Assessment(
                labels.failures().stream()
                        .filter(FailureKind::isName)
                        .map(FailureKind::new)
                        .toList(),
                want(labels.motive()),
                severity(labels.severity()),
                Hostility.values()[labels.hostility()],
                labels.repeatContact(),
                labels.safety() || reading.route() == Route.HUMAN_NOW,
                labels.vulnerable(),
                labels.legalThreat(),
                labels.publicThreat(),
                labels.leaving() == Leaving.ANNOUNCED || labels.leaving() == Leaving.ALREADY_LEFT,
                loss(reading),
                labels.remedies().stream()
                        .filter(remedy -> !remedy.equals(Labels.NONE_STATED))
                        .toList());
    }

    /** What a case says after one more message: nothing that was said before is taken back by silence. */
    public static Assessment after(Assessment before, Reading next) {
        Assessment said = of(next);
        boolean complains = next.labels().complaint();
        return new Assessment(
                joined(before.failures(), said.failures()),
                complains ? both(before.want(), said.want()) : before.want(),
                Math.max(before.severity(), complains ? said.severity() : 0),
                complains ? said.hostility() : before.hostility(),
                before.repeated() || said.repeated(),
                before.danger() || said.danger(),
                before.vulnerable() || said.vulnerable(),
                before.legalThreat() || said.legalThreat(),
                before.publicThreat() || said.publicThreat(),
                before.leaving() || said.leaving(),
                before.loss() == null ? said.loss() : before.loss(),
                joined(before.requested(), said.requested()));
    }

    private static <T> List<T> joined(List<T> before, List<T> next) {
        Set<T> all = new LinkedHashSet<>(before);
        all.addAll(next);
        return List.copyOf(all);
    }

    private static Want both(Want before, Want next) {
        if (before == next || next == Want.UNKNOWN) {
            return before;
        }
        return before == Want.UNKNOWN ? next : Want.BOTH;
    }

    private static Want want(Motive motive) {
        return switch (motive) {
            case ECONOMIC -> Want.ECONOMIC;
            case ESTEEM -> Want.ESTEEM;
            case BOTH -> Want.BOTH;
            case NONE -> Want.UNKNOWN;
        };
    }

    private static double severity(Severity severity) {
        return switch (severity) {
            case MINOR -> 0.2;
            case MODERATE -> 0.45;
            case SERIOUS -> 0.7;
            case CRITICAL -> 1;
        };
    }

    /** A complaint that names one sum, and only one, names what it is about; of several a person says which. */
    private static @Nullable Money loss(Reading reading) {
        if (!reading.labels().complaint()) {
            return null;
        }
        List<AmountFact> named = reading.facts().amounts().stream()
                .filter(amount -> !reading.quoted().contains(amount.text()))
                .toList();
        if (named.size() != 1 || named.get(0).value().signum() <= 0) {
            return null;
        }
        try {
            return Money.of(
                    Currency.getInstance(named.get(0).currency()), named.get(0).value());
        } catch (IllegalArgumentException | ArithmeticException noSuchSum) {
            return null;
        }
    }
}
