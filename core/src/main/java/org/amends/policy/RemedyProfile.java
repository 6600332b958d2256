package org.amends.policy;

/**
 * One row of the remedy catalogue: what an element does for the three dimensions of justice, and whether it is given freely.
 *
 * @param element what is done
 * @param offered whether it is given as a gesture; what is owed is given all the same
 * @param distributive 0 to 1: what the customer gets
 * @param interactional 0 to 1: how the customer is treated
 * @param procedural 0 to 1: how it is handled
 * @param evidence the source
 * @param confidence how far the source carries the numbers
 */
public record RemedyProfile(
        Element element,
        boolean offered,
        double distributive,
        double interactional,
        double procedural,
        String evidence,
        Confidence confidence) {

    public RemedyProfile {
        Unit.requireShare("distributive", distributive);
        Unit.requireShare("interactional", interactional);
        Unit.requireShare("procedural", procedural);
        if (!offered && !element.canBeWithheld()) {
            throw new IllegalArgumentException("%s must be offered.".formatted(element.word()));
        }
    }
}
