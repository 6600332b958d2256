package org.amends.language.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.Remedy;
import org.amends.language.text.Words;

/** Finds the phrases that do harm. */
final class SayingCheck {

    /** Topics that show a person speaking to another. */
    private static final List<String> HUMAN = List.of("apology", "human");

    private static final String REMEDY = "remedy_";

    private final Sheet sheet;
    private final Findings findings;
    private final Set<String> inCase = new HashSet<>();

    SayingCheck(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    void run() {
        int human = firstHuman();
        List<Said> rules = new ArrayList<>();
        for (Said hit : sheet.said()) {
            if (hit.group().rule() == null) {
                beyondPlan(hit);
            } else if (applies(hit, human) && !covered(hit, rules)) {
                rules.add(hit);
                findings.add(
                        hit.group().rule(),
                        level(hit.group()),
                        sheet.start(hit),
                        sheet.end(hit),
                        hit.group().rule().why(),
                        findings.suggestions().filled(hit.group().better()));
            }
        }
    }

    private int firstHuman() {
        return HUMAN.stream()
                .flatMap(topic -> sheet.topic(topic).stream())
                .mapToInt(Said::first)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private boolean applies(Said hit, int human) {
        Group group = hit.group();
        if (group.onlyFirst() && hit.first() > human) {
            return false;
        }
        return !group.unlessDated()
                || !sheet.isDated(
                        sheet.sentenceAt(sheet.words().get(hit.first()).start()));
    }

    /** Whether the same rule has been found among these words already. */
    private static boolean covered(Said hit, List<Said> before) {
        return before.stream()
                .anyMatch(said -> said.group().rule() == hit.group().rule() && said.last() >= hit.first());
    }

    private Level level(Group group) {
        LetterCase about = sheet.about();
        boolean parting = about != null && about.kind() == LetterKind.FAREWELL;
        return group.rule() == Rule.WIN_BACK && parting ? Level.ERROR : group.level();
    }

    /** A remedy that the plan does not hold; the topics of remedies are named for their kinds. */
    private void beyondPlan(Said hit) {
        Approved approved = sheet.approved();
        String name = hit.group().name();
        if (approved == null || !name.startsWith(REMEDY)) {
            return;
        }
        String kind = name.substring(REMEDY.length());
        for (Remedy remedy : approved.about().remedies()) {
            if (remedy.kind().code().equals(kind)
                    || (remedy.kind().isMoney() && kind.equals("credit"))
                    || (remedy.kind().isMoney() && kind.equals("refund"))) {
                return;
            }
        }
        if (!inCase().contains(name)) {
            findings.add(Rule.REMEDY_BEYOND_PLAN, sheet.start(hit), sheet.end(hit), "");
        }
    }

    /** The topics that the case's own texts bring up. */
    private Set<String> inCase() {
        if (inCase.isEmpty() && sheet.approved() != null) {
            inCase.add("");
            for (Said known : sheet.phrases().find(Words.of(sheet.approved().texts(), sheet.language()))) {
                inCase.add(known.group().name());
            }
        }
        return inCase;
    }
}
