package org.amends.insight.backtest;

import java.util.List;

/** What happened, as an array for the statistics. */
final class Outcomes {

    private Outcomes() {}

    static boolean[] of(List<Standpoint> standpoints) {
        boolean[] silent = new boolean[standpoints.size()];
        for (int i = 0; i < silent.length; i++) {
            silent[i] = standpoints.get(i).silent();
        }
        return silent;
    }

    static double share(List<Standpoint> standpoints) {
        return (double) standpoints.stream().filter(Standpoint::silent).count() / standpoints.size();
    }
}
