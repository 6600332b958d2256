package org.amends.preference;

/** What a purchase says about a need that nobody stated. */
public enum Bearing {
    /**
     * Hardly anybody buys it without the need: a meat substitute, a halal or kosher label, a gluten-free staple. It supports the
     * need as well.
     */
    SIGN,
    /** It could have gone against the need and did not: lentil soup where most soups have meat. */
    SUPPORT,
    /** It says nothing either way: apples, napkins, pet food, and whatever is not known. */
    NEUTRAL,
    /** It goes against the need: a counter-example. */
    CONTRADICTION
}
