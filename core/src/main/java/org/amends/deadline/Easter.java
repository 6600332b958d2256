package org.amends.deadline;

import java.time.LocalDate;

/**
 * Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 20 April 1876; Meeus, Astronomical
 * Algorithms, chapter 8). Years from 1583 on.
 */
final class Easter {

    private Easter() {}

    static LocalDate in(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int moon = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int week = (32 + 2 * (b % 4) + 2 * (c / 4) - moon - c % 4) % 7;
        int late = (a + 11 * moon + 22 * week) / 451;
        int day = moon + week - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
