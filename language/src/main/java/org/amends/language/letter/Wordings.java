package org.amends.language.letter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every wording of a case with its place. */
public final class Wordings {

    private final List<Placed> found = new ArrayList<>();

    /** A wording and the field that holds it, for example {@code points[0].answer}. */
    public record Placed(String place, Wording wording) {}

    private Wordings() {}

    /** The wordings of a case, in the order of its fields. */
    public static List<Placed> of(LetterCase about) {
        Wordings wordings = new Wordings();
        wordings.company(about.company());
        wordings.incidents(about.incidents());
        wordings.add("explanation", about.explanation());
        wordings.points(about.points());
        wordings.remedies(about.remedies());
        wordings.promises(about.promises());
        wordings.add("delay", about.delay());
        wordings.regime(about.regime());
        wordings.fix(about.fix());
        wordings.add("thanks", about.thanks());
        wordings.farewell(about.farewell());
        return List.copyOf(wordings.found);
    }

    private void company(Company company) {
        person("company.signer", company.signer());
        add("company.contact.hours", company.contact().hours());
    }

    private void incidents(List<Incident> incidents) {
        for (int i = 0; i < incidents.size(); i++) {
            add("failures[" + i + "].object", incidents.get(i).object());
            add("failures[" + i + "].detail", incidents.get(i).detail());
        }
    }

    private void points(List<Point> points) {
        for (int i = 0; i < points.size(); i++) {
            add("points[" + i + "].raised", points.get(i).raised());
            add("points[" + i + "].answer", points.get(i).answer());
        }
    }

    private void remedies(List<Remedy> remedies) {
        for (int i = 0; i < remedies.size(); i++) {
            String place = "remedies[" + i + "]";
            add(place + ".basis", remedies.get(i).basis());
            add(place + ".detail", remedies.get(i).detail());
            person(place + ".owner", remedies.get(i).owner());
        }
    }

    private void promises(List<Promise> promises) {
        for (int i = 0; i < promises.size(); i++) {
            String place = "promises[" + i + "]";
            add(place + ".what", promises.get(i).what());
            person(place + ".owner", promises.get(i).owner());
            add(place + ".proof", promises.get(i).proof());
        }
    }

    private void regime(@Nullable Regime regime) {
        if (regime == null) {
            return;
        }
        add("regime.name", regime.name());
        Regime.Referral referral = regime.referral();
        if (referral != null) {
            add("regime.referral.name", referral.name());
        }
        for (int i = 0; i < regime.statements().size(); i++) {
            add("regime.statements[" + i + "]", regime.statements().get(i));
        }
    }

    private void fix(@Nullable ProcessFix fix) {
        if (fix != null) {
            add("fix.found", fix.found());
            add("fix.changed", fix.changed());
            add("fix.checked", fix.checked());
        }
    }

    private void farewell(@Nullable Farewell farewell) {
        if (farewell == null) {
            return;
        }
        Farewell.DataHandover data = farewell.data();
        if (data != null) {
            add("farewell.data.how", data.how());
        }
        for (int i = 0; i < farewell.alternatives().size(); i++) {
            add(
                    "farewell.alternatives[" + i + "].why",
                    farewell.alternatives().get(i).why());
        }
    }

    private void person(String place, @Nullable Person person) {
        if (person != null) {
            add(place + ".role", person.role());
        }
    }

    private void add(String place, @Nullable Wording wording) {
        if (wording != null) {
            found.add(new Placed(place, wording));
        }
    }
}
