package org.amends.server.deadline;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.amends.complaint.Complaint;
import org.amends.deadline.BusinessCalendar;
import org.amends.deadline.Holidays;
import org.amends.deadline.Regime;
import org.amends.deadline.Scope;
import org.amends.event.FailureKind;
import org.amends.format.deadline.CountryCalendars;
import org.amends.format.deadline.HolidayFeed;
import org.amends.format.deadline.RegimePacks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under which rules and by which calendar each case is: what comes with Amends, and what the company loaded and set. */
@Component
public final class ClockRules {

    private static final List<Regime> STANDARD = RegimePacks.standard();
    private static final CountryCalendars CALENDARS = CountryCalendars.standard();

    private final JdbcClient database;
    private volatile @Nullable Known known;

    ClockRules(JdbcClient database) {
        this.database = database;
    }

    /** What was loaded and set, as of a moment that the database tells. */
    private record Known(
            String asOf,
            Map<String, Regime> regimes,
            Map<String, HolidayFeed> feeds,
            Map<String, ClockSetting> settings) {}

    /** The rules and the calendar of one case. */
    public record Applied(List<Regime> regimes, BusinessCalendar calendar) {}

    /** Those of a case. */
    public Applied of(Complaint complaint) {
        Known now = known();
        ClockSetting setting = setting(now, complaint.brand());
        String country =
                complaint.fields().getOrDefault("country", setting.country()).toUpperCase(Locale.ROOT);
        BusinessCalendar calendar = calendar(now, setting, country);
        Set<String> sectors = new TreeSet<>(setting.sectors());
        String sector = complaint.fields().get("sector");
        if (sector != null) {
            sectors.add(sector);
        }
        Scope.Facts facts = new Scope.Facts(
                country,
                sectors,
                complaint.assessment().failures().stream()
                        .map(FailureKind::name)
                        .toList(),
                complaint.tags(),
                complaint.openedAt().atZone(calendar.zone()).toLocalDate());
        Set<String> named = new TreeSet<>(setting.regimes());
        named.addAll(List.of(complaint.fields().getOrDefault("regime", "").split(" ", -1)));
        List<Regime> regimes = now.regimes().values().stream()
                .filter(each -> named.contains(each.name()) || each.scope().includes(facts))
                .toList();
        return new Applied(regimes, calendar);
    }

    /** All regimes that there are, those of the company before those that come along. */
    public List<Regime> regimes() {
        return List.copyOf(known().regimes().values());
    }

    /** The regime of a name, or null when there is none. */
    public @Nullable Regime regime(String name) {
        return known().regimes().get(name);
    }

    /** The setting that holds for a brand. */
    public ClockSetting setting(String brand) {
        return setting(known(), brand);
    }

    private static ClockSetting setting(Known now, String brand) {
        return now.settings().getOrDefault(brand, now.settings().getOrDefault("", ClockSetting.NONE));
    }

    private static BusinessCalendar calendar(Known now, ClockSetting setting, String country) {
        BusinessCalendar base = CALENDARS.of(country);
        Holidays holidays = base.holidays();
        for (String feed : setting.feeds()) {
            HolidayFeed days = now.feeds().get(feed);
            if (days != null) {
                holidays = holidays.and(days);
            }
        }
        String zone = setting.zone();
        LocalTime opens = setting.opens();
        LocalTime closes = setting.closes();
        return new BusinessCalendar(
                zone == null ? base.zone() : ZoneId.of(zone),
                base.workingDays(),
                opens == null ? base.opens() : opens,
                closes == null ? base.closes() : closes,
                holidays);
    }

    /** Read anew only when something was changed, by this server or another. */
    private Known known() {
        String asOf = database.sql("""
                        select concat_ws(' ',
                            (select count(*) || '/' || coalesce(max(added_at)::text, '') from regime_pack),
                            (select count(*) || '/' || coalesce(max(added_at)::text, '') from holiday_feed),
                            (select count(*) || '/' || coalesce(max(changed_at)::text, '') from clock_setting))""").query(String.class).single();
        Known before = known;
        if (before != null && before.asOf().equals(asOf)) {
            return before;
        }
        Known read = new Known(asOf, readRegimes(), readFeeds(), readSettings());
        known = read;
        return read;
    }

    private Map<String, Regime> readRegimes() {
        Map<String, Regime> regimes = new LinkedHashMap<>();
        STANDARD.forEach(each -> regimes.put(each.name(), each));
        database.sql("select name, text from regime_pack order by added_at").query(row -> {
            RegimePacks.read(
                            Objects.requireNonNull(row.getString("name")),
                            Objects.requireNonNull(row.getString("text")))
                    .forEach(each -> regimes.put(each.name(), each));
        });
        return regimes;
    }

    private Map<String, HolidayFeed> readFeeds() {
        Map<String, HolidayFeed> feeds = new LinkedHashMap<>();
        database.sql("select name, text from holiday_feed").query(row -> {
            String name = Objects.requireNonNull(row.getString("name"));
            feeds.put(name, HolidayFeed.read(name, Objects.requireNonNull(row.getString("text"))));
        });
        return feeds;
    }

    private Map<String, ClockSetting> readSettings() {
        Map<String, ClockSetting> settings = new LinkedHashMap<>();
        database.sql("select * from clock_setting").query(row -> {
            ClockSetting setting = setting(row);
            settings.put(setting.brand(), setting);
        });
        return settings;
    }

    private static ClockSetting setting(ResultSet row) throws SQLException {
        return new ClockSetting(
                Objects.requireNonNull(row.getString("brand")),
                Objects.requireNonNull(row.getString("country")),
                texts(row.getArray("sectors")),
                texts(row.getArray("regimes")),
                texts(row.getArray("feeds")),
                row.getString("zone"),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** Keeps a setting in place of the one of the same brand. */
    void keep(ClockSetting setting, String by, Instant now) {
        int ignored = database.sql("""
                        insert into clock_setting
                            (brand, country, sectors, regimes, feeds, zone, opens, closes, changed_by, changed_at)
                        values (:brand, :country, :sectors, :regimes, :feeds, :zone, :opens, :closes, :by, :at)
                        on conflict (brand) do update set country = excluded.country, sectors = excluded.sectors,
                            regimes = excluded.regimes, feeds = excluded.feeds, zone = excluded.zone, opens = excluded.opens,
                            closes = excluded.closes, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("brand", setting.brand())
                .param("country", setting.country())
                .param("sectors", setting.sectors().toArray(String[]::new))
                .param("regimes", setting.regimes().toArray(String[]::new))
                .param("feeds", setting.feeds().toArray(String[]::new))
                .param("zone", setting.zone())
                .param("opens", setting.opens())
                .param("closes", setting.closes())
                .param("by", by)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps a file of regimes in place of the one of the same name. */
    void keepPack(String name, String text, String by, Instant now) {
        int ignored = database.sql("""
                        insert into regime_pack (name, text, added_by, added_at) values (?, ?, ?, ?)
                        on conflict (name) do update set text = excluded.text, added_by = excluded.added_by,
                            added_at = excluded.added_at""")
                .param(name)
                .param(text)
                .param(by)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps a calendar in place of the one of the same name. */
    void keepFeed(String name, String text, String by, Instant now) {
        int ignored = database.sql("""
                        insert into holiday_feed (name, text, added_by, added_at) values (?, ?, ?, ?)
                        on conflict (name) do update set text = excluded.text, added_by = excluded.added_by,
                            added_at = excluded.added_at""")
                .param(name)
                .param(text)
                .param(by)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets a file of regimes. Returns whether there was one. */
    boolean dropPack(String name) {
        return database.sql("delete from regime_pack where name = ?")
                        .param(name)
                        .update()
                > 0;
    }

    /** The names of the files that the company loaded. */
    List<String> packs() {
        return new ArrayList<>(database.sql("select name from regime_pack order by name")
                .query(String.class)
                .list());
    }
}
