package org.amends.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.amends.insight.base.PurchaseHistory;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Customers who live by the BG/NBD model with the parameters that Fader, Hardie and Lee (2005) found for CDNOW, in weeks:
 * r 0.243, alpha 4.414, a 0.793, b 2.426.
 */
final class MadeUpBuyers {

    private MadeUpBuyers() {}

    /**
     * So many histories, each day a seventh of a week.
     *
     * @param longestDays first purchases fall into the first third of this span
     */
    static List<PurchaseHistory> of(int customers, int longestDays) {
        RandomDataGenerator random = new RandomDataGenerator(20_260_301);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            int ageDays = random.nextInt(longestDays * 2 / 3, longestDays);
            double rate = random.nextGamma(0.243, 1 / 4.414);
            double leaves = random.nextBeta(0.793, 2.426);
            int repeats = 0;
            int lastDay = 0;
            double week = random.nextExponential(1 / rate);
            while (week * 7 < ageDays) {
                int day = (int) Math.ceil(week * 7);
                if (day > lastDay && day <= ageDays) {
                    repeats++;
                    lastDay = day;
                }
                if (random.nextUniform(0, 1) < leaves) {
                    break;
                }
                week += random.nextExponential(1 / rate);
            }
            histories.add(new PurchaseHistory(repeats, lastDay / 7.0, ageDays / 7.0));
        }
        return histories;
    }
}
