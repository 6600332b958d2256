package org.amends.server.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.amends.complaint.Complaint;
import org.amends.complaint.PartingStep;
import org.amends.deadline.Clock;
import org.amends.deadline.ClockStanding;
import org.amends.deadline.Clocks;
import org.amends.deadline.Regime;
import org.amends.server.complaint.team.Presence;
import org.amends.server.console.Texts;
import org.amends.server.deadline.CaseClocks;
import org.amends.server.deadline.ClockRules;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what stands around a case on its page. */
@Component
final class CasePanelPortraits {

    private final CaseClocks clocks;
    private final ClockRules rules;
    private final AlikeCases alike;
    private final Presence presence;
    private final InstantSource clock;

    CasePanelPortraits(CaseClocks clocks, ClockRules rules, AlikeCases alike, Presence presence, InstantSource clock) {
        this.clocks = clocks;
        this.rules = rules;
        this.alike = alike;
        this.presence = presence;
        this.clock = clock;
    }

    /**
     * What stands around it.
     *
     * @param names of people by how the log names them
     * @param reader who looks at it, as the log names them
     */
    CasePanels of(KeptCase kept, Map<String, String> names, String reader, Texts texts) {
        Complaint complaint = kept.complaint();
        Instant now = clock.instant();
        return new CasePanels(
                clocks(kept, now, texts),
                complaint.pauses().stream().map(each -> pause(each, texts)).toList(),
                parting(complaint.parting(), names, reader, now, texts),
                complaint.open() ? alike.of(kept, texts) : List.of(),
                present(kept.id(), reader));
    }

    /** Who else is at a case. */
    List<CasePanels.PresentLine> present(long complaint, String reader) {
        return presence.others(complaint, reader).stream()
                .map(CasePanelPortraits::present)
                .toList();
    }

    static CasePanels.PresentLine present(Presence.Present each) {
        return new CasePanels.PresentLine(each.name(), each.writing());
    }

    private List<CasePanels.ClockLine> clocks(KeptCase kept, Instant now, Texts texts) {
        Clocks all = clocks.of(kept);
        Clock governing = all.governing();
        return all.all().stream()
                .sorted(Comparator.comparing((Clock each) -> !each.open())
                        .thenComparing(each -> !each.duty().mandatory())
                        .thenComparing(CasePanelPortraits::end))
                .map(each -> line(each, each.equals(governing), now, texts))
                .toList();
    }

    private static Instant end(Clock clock) {
        Instant due = clock.due();
        return due == null ? Instant.MAX : due;
    }

    private CasePanels.ClockLine line(Clock each, boolean governs, Instant now, Texts texts) {
        Regime regime = rules.regime(each.regime());
        String language = texts.language().code();
        boolean own = regime != null && regime.title().containsKey(language);
        ClockStanding standing = each.standing(now);
        Instant due = each.due();
        Instant settled = each.settled();
        boolean runs = standing == ClockStanding.RUNNING || standing == ClockStanding.OVERDUE;
        return new CasePanels.ClockLine(
                regime == null ? each.regime() : regime.title().getOrDefault(own ? language : "en", each.regime()),
                own ? language : "en",
                regime == null ? "" : regime.source(),
                "case.duty." + each.duty().stableName(),
                each.round(),
                due == null ? null : texts.numerals().moment(due),
                due == null ? null : due.toString(),
                "case.clock." + standing.stableName(),
                tone(standing, each.passed(now)),
                runs ? texts.numerals().share(each.passed(now), 1) : null,
                (int) Math.round(100 * each.passed(now)),
                settled == null ? null : texts.numerals().moment(settled),
                each.lacks().stream()
                        .map(content -> "case.content." + content.name())
                        .sorted()
                        .toList(),
                each.extended(),
                governs);
    }

    /** Warned from three quarters of the time on, as the alarms are. */
    private static String tone(ClockStanding standing, double passed) {
        return switch (standing) {
            case RUNNING -> passed >= 0.75 ? "warn" : "quiet";
            case PAUSED, STOPPED, LAPSED -> "quiet";
            case MET -> "good";
            case LATE, OVERDUE -> "bad";
        };
    }

    private static CasePanels.PauseLine pause(Complaint.Pause pause, Texts texts) {
        Instant until = pause.until();
        return new CasePanels.PauseLine(
                texts.numerals().moment(pause.from()),
                until == null ? null : texts.numerals().moment(until),
                pause.reason());
    }

    private static CasePanels.@Nullable PartingLine parting(
            Complaint.@Nullable PartingState parting,
            Map<String, String> names,
            String reader,
            Instant now,
            Texts texts) {
        if (parting == null) {
            return null;
        }
        Instant until = parting.coolingOffUntil();
        String confirmed = parting.confirmedBy();
        String state = parting.done().contains(PartingStep.SILENCE)
                ? "done"
                : until == null ? "proposed" : now.isBefore(until) ? "cooling" : "steps";
        return new CasePanels.PartingLine(
                state,
                parting.reason(),
                names.getOrDefault(parting.proposedBy(), parting.proposedBy()),
                parting.proposedBy().equals(reader),
                confirmed == null ? null : names.getOrDefault(confirmed, confirmed),
                until == null ? null : texts.numerals().moment(until),
                parting.done().size(),
                PartingStep.values().length);
    }
}
