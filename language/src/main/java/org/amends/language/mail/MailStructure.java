package org.amends.language.mail;

import java.util.List;

/**
 * Of which parts a mail is made.
 *
 * @param type its own media type, for example {@code multipart/report}
 * @param reportType what a report reports, for example {@code delivery-status}; empty if it is none
 * @param partTypes the media types of all its parts, itself first, those of a mail within it left out
 * @param report what its machine-readable report says; empty if there is none
 */
public record MailStructure(String type, String reportType, List<String> partTypes, String report) {

    public MailStructure {
        partTypes = List.copyOf(partTypes);
    }
}
