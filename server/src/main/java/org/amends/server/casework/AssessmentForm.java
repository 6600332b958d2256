package org.amends.server.casework;

import java.util.List;
import org.amends.complaint.Assessment;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.jspecify.annotations.Nullable;

/** What a person says that a complaint says, as the form sends it. */
final class AssessmentForm {

    /** Severities that the form offers, by their names in texts. */
    enum Grade {
        MINOR(0.2),
        MODERATE(0.45),
        SERIOUS(0.7),
        CRITICAL(1);

        private final double severity;

        Grade(double severity) {
            this.severity = severity;
        }

        double severity() {
            return severity;
        }

        /** The one that is nearest. */
        static Grade of(double severity) {
            Grade nearest = MINOR;
            for (Grade each : values()) {
                if (Math.abs(each.severity - severity) < Math.abs(nearest.severity - severity)) {
                    nearest = each;
                }
            }
            return nearest;
        }
    }

    private String chief = "";
    private List<String> failure = List.of();
    private Want want = Want.UNKNOWN;
    private Grade grade = Grade.MINOR;
    private Hostility hostility = Hostility.CALM;
    private List<String> sign = List.of();
    private @Nullable String loss;
    private String currency = "";
    private List<String> requested = List.of();

    public void setChief(String chief) {
        this.chief = chief;
    }

    public void setFailure(List<String> failure) {
        this.failure = failure;
    }

    public void setWant(Want want) {
        this.want = want;
    }

    public void setGrade(Grade grade) {
        this.grade = grade;
    }

    public void setHostility(Hostility hostility) {
        this.hostility = hostility;
    }

    public void setSign(List<String> sign) {
        this.sign = sign;
    }

    public void setLoss(@Nullable String loss) {
        this.loss = loss;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public void setRequested(List<String> requested) {
        this.requested = requested;
    }

    /** The assessment; a severity between two grades stays where the form did not change it. */
    Assessment read(Assessment before) {
        List<FailureKind> failures = new java.util.ArrayList<>();
        if (!chief.isBlank()) {
            failures.add(new FailureKind(chief));
        }
        failure.stream()
                .filter(each -> !each.equals(chief) && !each.isBlank())
                .map(FailureKind::new)
                .forEach(failures::add);
        return new Assessment(
                failures,
                want,
                Grade.of(before.severity()) == grade ? before.severity() : grade.severity(),
                hostility,
                sign.contains("repeated"),
                sign.contains("danger"),
                sign.contains("vulnerable"),
                sign.contains("legal"),
                sign.contains("public"),
                sign.contains("leaving"),
                AskedValues.money(loss, currency),
                requested.stream().filter(each -> !each.isBlank()).toList());
    }
}
