package org.amends.recovery;

/**
 * What a plan is expected to do.
 *
 * @param distributive 0 to 1: how far the customer gets what was lost
 * @param interactional 0 to 1: how far respect is restored
 * @param procedural 0 to 1: how fair the handling is
 * @param quality 0 to 1: the three together, weighed for what was lost and what is wanted
 * @param stays by how much leaving becomes less probable
 * @param staysAtLeast the lower end of what the evidence allows
 * @param staysAtMost the upper end
 * @param calms by how much retaliation becomes less probable
 * @param worth in the currency's main unit: value kept and retaliation avoided, less the cost
 */
public record PlanEffect(
        double distributive,
        double interactional,
        double procedural,
        double quality,
        double stays,
        double staysAtLeast,
        double staysAtMost,
        double calms,
        double worth) {}
