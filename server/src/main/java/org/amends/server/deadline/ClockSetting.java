package org.amends.server.deadline;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a brand is at home.
 *
 * @param brand empty for all brands without a setting of their own
 * @param country ISO 3166-1 or -2, empty when none is set
 * @param sectors lines of business, as regimes name them
 * @param regimes names of those that always apply
 * @param feeds names of calendars whose days are off as well
 * @param zone in which days begin and end, or null for that of the country
 * @param opens when business opens, or null for what the country's calendar says
 * @param closes when it closes, or null
 */
public record ClockSetting(
        String brand,
        String country,
        List<String> sectors,
        List<String> regimes,
        List<String> feeds,
        @Nullable String zone,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes) {

    static final ClockSetting NONE = new ClockSetting("", "", List.of(), List.of(), List.of(), null, null, null);

    /** Copies the lists. */
    public ClockSetting {
        sectors = List.copyOf(sectors);
        regimes = List.copyOf(regimes);
        feeds = List.copyOf(feeds);
    }
}
