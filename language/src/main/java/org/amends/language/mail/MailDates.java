package org.amends.language.mail;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the date of a mail with the writer's own offset, on which "yesterday" depends. */
final class MailDates {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, String> ZONES = Map.of(
            "EST", "-0500", "EDT", "-0400", "CST", "-0600", "CDT", "-0500", "MST", "-0700", "MDT", "-0600", "PST",
            "-0800", "PDT", "-0700", "JST", "+0900", "CET", "+0100");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,2})[ -]{1,3}([A-Za-z]{3})[a-z]{0,7}\\.?[ ,-]{1,3}(\\d{4}|\\d{2}),?\\s{1,4}(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?"
                    + "\\s{0,4}([+-]\\d{4}|[A-Za-z]{1,5})?");
    private static final int LONGEST = 200;

    private MailDates() {}

    /** The moment, or null if the header is no date. */
    static @Nullable OffsetDateTime read(String header) {
        if (header.length() > LONGEST) {
            return null;
        }
        Matcher date = DATE.matcher(header);
        OffsetDateTime found = date.find() ? moment(date) : null;
        return found == null ? byStandard(header) : found;
    }

    private static @Nullable OffsetDateTime moment(Matcher date) {
        int month = MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT));
        if (month < 0 || month % 3 != 0) {
            return null;
        }
        int year = Integer.parseInt(date.group(3));
        int second = date.group(6) == null ? 0 : Math.min(59, Integer.parseInt(date.group(6)));
        try {
            return OffsetDateTime.of(
                    year < 50 ? 2000 + year : year < 100 ? 1900 + year : year,
                    month / 3 + 1,
                    Integer.parseInt(date.group(1)),
                    Integer.parseInt(date.group(4)),
                    Integer.parseInt(date.group(5)),
                    second,
                    0,
                    offset(date.group(7)));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static ZoneOffset offset(@Nullable String zone) {
        String digits = zone == null ? "" : ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), zone);
        if (digits.length() != 5 || !Character.isDigit(digits.charAt(1))) {
            return ZoneOffset.UTC;
        }
        int minutes = Integer.parseInt(digits.substring(1, 3)) * 60 + Integer.parseInt(digits.substring(3));
        int bounded = Math.min(minutes, 18 * 60) * (digits.charAt(0) == '-' ? -60 : 60);
        return ZoneOffset.ofTotalSeconds(bounded);
    }

    private static @Nullable OffsetDateTime byStandard(String header) {
        try {
            return new MailDateFormat().parse(header).toInstant().atOffset(ZoneOffset.UTC);
        } catch (ParseException | RuntimeException noDate) {
            return null;
        }
    }
}
