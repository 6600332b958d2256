package org.amends.server.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a case on its page: its clocks, how far parting has come, cases that may be the same one, and colleagues who are
 * at it too.
 *
 * @param clocks those that have to be met first, then by when they run out
 * @param pauses spans in which the clocks stood still, oldest first
 * @param parting how far it has come, or null where nobody thinks of it
 * @param alike open cases of the same customer that may be about the same, the most alike first
 * @param present who else is at it
 */
public record CasePanels(
        List<ClockLine> clocks,
        List<PauseLine> pauses,
        @Nullable PartingLine parting,
        List<AlikeLine> alike,
        List<PresentLine> present) {

    /**
     * One clock.
     *
     * @param regime the title of the rules that it follows from
     * @param regimeLanguage in which that title is
     * @param source where those rules are written
     * @param duty its key in texts
     * @param round which answer it is about, from 1
     * @param due when its time runs out, in words, or null while it stands still
     * @param iso the same in ISO 8601
     * @param standing its key in texts
     * @param tone of its badge
     * @param passed the share of its time, in words, or null where it does not run
     * @param width the same, 0 to 100
     * @param settled when it was done, in words, or null
     * @param lacks keys of what the letter that should have settled it does not say
     * @param extended whether a reply moved its end
     * @param governs whether the case is due by it
     */
    public record ClockLine(
            String regime,
            String regimeLanguage,
            String source,
            String duty,
            int round,
            @Nullable String due,
            @Nullable String iso,
            String standing,
            String tone,
            @Nullable String passed,
            int width,
            @Nullable String settled,
            List<String> lacks,
            boolean extended,
            boolean governs) {

        /** Copies the list. */
        public ClockLine {
            lacks = List.copyOf(lacks);
        }
    }

    /** A span in which the clocks stood still, in words; without an end while it lasts. */
    public record PauseLine(String from, @Nullable String until, String reason) {}

    /**
     * How far parting has come.
     *
     * @param state the last part of the key of its name, as the pages of partings call it
     * @param reason why, in the words of who proposed it
     * @param proposedBy by name
     * @param mine whether the reader proposed it, and so cannot be the second person
     * @param confirmedBy the second person by name, or null
     * @param until when the cooling-off ends, in words, or null
     * @param done how many steps are done
     * @param steps how many there are
     */
    public record PartingLine(
            String state,
            String reason,
            String proposedBy,
            boolean mine,
            @Nullable String confirmedBy,
            @Nullable String until,
            int done,
            int steps) {}

    /**
     * A case that may be the same one.
     *
     * @param came in words
     * @param share of the words of the shorter one that both have, in words
     */
    public record AlikeLine(String reference, String subject, String came, String share) {}

    /** Somebody who is at the case too. */
    public record PresentLine(String name, boolean writing) {}

    /** Copies its lists. */
    public CasePanels {
        clocks = List.copyOf(clocks);
        pauses = List.copyOf(pauses);
        alike = List.copyOf(alike);
        present = List.copyOf(present);
    }
}
