package org.amends.language.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader, a person or a program, says of a message.
 *
 * @param kind what kind of message it is; null where nobody said
 * @param complaint whether an unresolved grievance about the company is reported
 * @param motive what the writer wants; {@link Motive#NONE} exactly for non-complaints
 * @param failures the kinds of failure, by their names in the failure catalogue
 * @param severity how bad it is
 * @param hostility 0 calm to 3 insults, curses or threats
 * @param repeatContact whether the writer tried before, or the failure is a repeat
 * @param loyaltyYears tenure as stated, in years; null where it is not
 * @param selfRelevance how far the brand is part of who the writer is
 * @param leaving whether the writer leaves
 * @param competitor the first other provider that is named; null where none is
 * @param legalThreat court, lawyer, police, regulator or the like
 * @param publicThreat exposure to a wider public
 * @param safety whether a person may be in physical danger, so that a human must read this now
 * @param vulnerable whether somebody affected is vulnerable
 * @param preferences lasting needs or wishes
 * @param remedies what is asked for; {@code none_stated} stands alone
 */
public record Labels(
        @Nullable MessageKind kind,
        boolean complaint,
        Motive motive,
        List<String> failures,
        Severity severity,
        int hostility,
        boolean repeatContact,
        @Nullable Double loyaltyYears,
        SelfRelevance selfRelevance,
        Leaving leaving,
        @Nullable String competitor,
        boolean legalThreat,
        boolean publicThreat,
        boolean safety,
        boolean vulnerable,
        List<String> preferences,
        List<String> remedies) {

    /** What stands where nothing is asked for. */
    public static final String NONE_STATED = "none_stated";

    public Labels {
        failures = List.copyOf(failures);
        preferences = List.copyOf(preferences);
        remedies = List.copyOf(remedies);
    }
}
