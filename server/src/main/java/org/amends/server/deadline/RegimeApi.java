package org.amends.server.deadline;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.amends.deadline.Duty;
import org.amends.deadline.Regime;
import org.amends.format.deadline.HolidayFeed;
import org.amends.format.deadline.PackFormatException;
import org.amends.format.deadline.RegimePacks;
import org.amends.format.deadline.Spans;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.ingest.BodyReading;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rules of handling, days off, and where each brand is at home. Cases feel a change when something next happens to them. */
@RestController
class RegimeApi {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    private final ClockRules rules;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    RegimeApi(ClockRules rules, Audit audit, InstantSource clock, TransactionTemplate transaction) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/v1/regimes")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    public Map<String, Object> regimes() {
        List<Map<String, Object>> items = new ArrayList<>();
        rules.regimes().forEach(each -> items.add(json(each)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        answer.put("packs", rules.packs());
        return answer;
    }

    /** Loads a file of regimes in place of the one of the same name. */
    @PutMapping("/v1/regimes/{pack}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    public Map<String, Object> load(@PathVariable String pack, HttpServletRequest request) {
        String text = BodyReading.text(request);
        List<Regime> read = readable(() -> RegimePacks.read(named(pack), text));
        transaction.executeWithoutResult(status -> {
            rules.keepPack(pack, text, Caller.current().actor(), clock.instant());
            recorded("regimes.loaded", "regimes:" + pack, Map.of("regimes", names(read)));
        });
        return Map.of("pack", pack, "regimes", names(read));
    }

    @DeleteMapping("/v1/regimes/{pack}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    public ResponseEntity<Void> drop(@PathVariable String pack) {
        transaction.executeWithoutResult(status -> {
            if (!rules.dropPack(pack)) {
                throw Problem.notFound("file of regimes", pack);
            }
            recorded("regimes.dropped", "regimes:" + pack, Map.of());
        });
        return ResponseEntity.noContent().build();
    }

    /** Loads days off as iCalendar in place of those of the same name. */
    @PutMapping("/v1/holiday-feeds/{feed}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    public Map<String, Object> feed(@PathVariable String feed, HttpServletRequest request) {
        String text = BodyReading.text(request);
        HolidayFeed read = readable(() -> HolidayFeed.read(named(feed), text));
        transaction.executeWithoutResult(status -> {
            rules.keepFeed(feed, text, Caller.current().actor(), clock.instant());
            recorded(
                    "holidays.loaded",
                    "holidays:" + feed,
                    Map.of("days", read.days().size()));
        });
        return Map.of("feed", feed, "days", read.days().size());
    }

    /**
     * Where a brand is at home, as it is sent.
     *
     * @param opens when business opens, for example 09:00
     */
    record Setting(
            @Nullable String country,
            @Nullable List<String> sectors,
            @Nullable List<String> regimes,
            @Nullable List<String> feeds,
            @Nullable String zone,
            @Nullable String opens,
            @Nullable String closes) {}

    @GetMapping("/v1/clock-settings")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    public Map<String, Object> setting(@RequestParam(defaultValue = "") String brand) {
        return json(rules.setting(brand));
    }

    @PutMapping("/v1/clock-settings")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    public Map<String, Object> set(@RequestParam(defaultValue = "") String brand, @RequestBody Setting sent) {
        ClockSetting setting = read(brand, sent);
        transaction.executeWithoutResult(status -> {
            rules.keep(setting, Caller.current().actor(), clock.instant());
            recorded("clocks.set", "brand:" + brand, json(setting));
        });
        return json(setting);
    }

    private ClockSetting read(String brand, Setting sent) {
        List<String> regimes = or(sent.regimes());
        for (String name : regimes) {
            if (rules.regime(name) == null) {
                throw Problem.invalid("regimes", "\"%s\"".formatted(name), "GET /v1/regimes lists their names.");
            }
        }
        String country = sent.country() == null ? "" : sent.country();
        if (!country.matches("([A-Z]{2}(-[A-Z0-9]{1,3})?)?")) {
            throw Problem.invalid("country", "\"%s\"".formatted(country), "Maybe ES, or CA-QC.");
        }
        try {
            String zone = sent.zone() == null ? null : ZoneId.of(sent.zone()).getId();
            LocalTime opens = sent.opens() == null ? null : LocalTime.parse(sent.opens());
            LocalTime closes = sent.closes() == null ? null : LocalTime.parse(sent.closes());
            if ((opens == null) != (closes == null) || (opens != null && !opens.isBefore(closes))) {
                throw Problem.invalid("opens", String.valueOf(opens), "Give opens and closes, the earlier first.");
            }
            return new ClockSetting(brand, country, or(sent.sectors()), regimes, or(sent.feeds()), zone, opens, closes);
        } catch (DateTimeException none) {
            throw Problem.invalid(
                    "zone, opens or closes", String.valueOf(none.getMessage()), "Maybe Europe/Madrid, 09:00.");
        }
    }

    private static List<String> or(@Nullable List<String> sent) {
        return sent == null ? List.of() : sent;
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.invalid("name", "\"%s\"".formatted(name), "Small letters, digits and hyphens.");
        }
        return name;
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T readable(Reading<T> reading) {
        try {
            return reading.read();
        } catch (PackFormatException wrong) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "unreadable-file",
                    "The file cannot be used",
                    String.valueOf(wrong.getMessage()));
        }
    }

    private void recorded(String action, String subject, Map<String, Object> details) {
        audit.record(Caller.current().actor(), action, subject, details);
    }

    private static List<String> names(List<Regime> regimes) {
        return regimes.stream().map(Regime::name).toList();
    }

    private static Map<String, Object> json(ClockSetting setting) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("brand", setting.brand());
        json.put("country", setting.country());
        json.put("sectors", setting.sectors());
        json.put("regimes", setting.regimes());
        json.put("feeds", setting.feeds());
        json.put("zone", setting.zone());
        json.put("opens", setting.opens() == null ? null : setting.opens().toString());
        json.put("closes", setting.closes() == null ? null : setting.closes().toString());
        return json;
    }

    private static Map<String, Object> json(Regime regime) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", regime.name());
        json.put("title", regime.title());
        json.put("source", regime.source());
        json.put("provenance", regime.provenance());
        List<Map<String, Object>> duties = new ArrayList<>();
        for (Duty duty : regime.duties()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("duty", duty.kind().stableName());
            each.put("within", Spans.write(duty.within()));
            each.put("from", duty.from().name().toLowerCase(java.util.Locale.ROOT));
            each.put("extended", extended(duty.extension()));
            each.put("pausable", duty.pausable());
            duties.add(each);
        }
        json.put("duties", duties);
        return json;
    }

    private static @Nullable String extended(Duty.@Nullable Extension extension) {
        if (extension == null) {
            return null;
        }
        return extension.to() == null ? "as_promised" : Spans.write(extension.to());
    }
}
