package org.amends.insight.simulation;

import java.util.ArrayList;
import java.util.List;
import org.amends.insight.simulation.Chance.Stream;

/**
 * What strikes or serves many customers at once: outages, offers of rivals, and regions that are run well or badly. Drawn once
 * from the seed and shared by all lives.
 */
final class CommonCauses {

    /** Regions of a company. */
    static final int REGIONS = 8;

    /** The customer number under which the company itself draws. */
    private static final long COMPANY = -2;

    /**
     * Something that happens to a whole region.
     *
     * @param at seconds since 1970, UTC
     * @param region where
     * @param severity 0 to 1
     */
    record Strike(long at, int region, double severity) {}

    private final List<Strike> outages = new ArrayList<>();
    private final List<Strike> offers = new ArrayList<>();
    private final double[] trouble = new double[REGIONS];
    private final double[] care = new double[REGIONS];

    CommonCauses(Scenario scenario, long seed, long from, long to) {
        Chance chance = Chance.of(seed, COMPANY, Stream.CARE);
        for (int region = 0; region < REGIONS; region++) {
            boolean badlyRun = region >= REGIONS - 2;
            trouble[region] = badlyRun ? chance.between(1.7, 2.3) : chance.between(0.75, 1.05);
            care[region] = badlyRun ? chance.between(0.25, 0.4) : chance.between(0.85, 1);
        }
        Chance weather = Chance.of(seed, COMPANY, Stream.MISHAPS);
        Chance market = Chance.of(seed, COMPANY, Stream.MARKET);
        for (int region = 0; region < REGIONS; region++) {
            draw(weather, outages, scenario.troubles().outagesPerYear(), region, from, to);
            draw(market, offers, scenario.rivals().openingsPerYear(), region, from, to);
        }
    }

    private static void draw(Chance chance, List<Strike> strikes, double perYear, int region, long from, long to) {
        if (perYear <= 0) {
            return;
        }
        double meanSeconds = 365 * (double) Walk.DAY / perYear;
        for (double at = from + chance.exponential(meanSeconds); at < to; at += chance.exponential(meanSeconds)) {
            strikes.add(new Strike((long) at, region, chance.beta(3, 4)));
        }
    }

    /** Days on which a region's service failed through no fault that the company could have prevented. */
    List<Strike> outages() {
        return outages;
    }

    /** Days on which a rival courted a region. */
    List<Strike> offers() {
        return offers;
    }

    /** Times as many failures as in a middling region. */
    double trouble(int region) {
        return trouble[region];
    }

    /** How well complaints are cared for, 0 to 1. */
    double care(int region) {
        return care[region];
    }
}
