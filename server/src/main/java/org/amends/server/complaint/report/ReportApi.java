package org.amends.server.complaint.report;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The report over cases, for programs. */
@RestController
class ReportApi {

    private final CaseReports reports;

    ReportApi(CaseReports reports) {
        this.reports = reports;
    }

    /** The report as programs get it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Answer(
            LocalDate from,
            LocalDate until,
            long all,
            long open,
            int overdue,
            Map<String, Map<String, Long>> by,
            Map<String, Long> ageOfOpen,
            long answered,
            @Nullable Long medianSecondsToAnswer,
            @Nullable Long ninetyPercentSecondsToAnswer,
            long inTime,
            long late,
            @Nullable Double shareInTime) {}

    @GetMapping("/v1/case-report")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Answer report(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String brand) {
        BrandScope brands = Caller.current().brands();
        if (brand != null) {
            brands = BrandScope.of(brands.includes(brand) ? List.of(brand) : List.of());
        }
        LocalDate end = until == null ? reports.today().plusDays(1) : day("until", until);
        CaseReports.Report report = reports.report(brands, from == null ? end.minusYears(1) : day("from", from), end);
        return new Answer(
                report.from(),
                report.until(),
                report.all(),
                report.open(),
                report.overdue(),
                report.by(),
                report.ageOfOpen(),
                report.answered(),
                seconds(report.medianToAnswer()),
                seconds(report.ninetyPercentToAnswer()),
                report.inTime(),
                report.late(),
                report.shareInTime());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static LocalDate day(String name, String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException broken) {
            Problem problem = Problem.invalid(name, "\"%s\"".formatted(given), "Write a day, as 2026-01-31.");
            problem.addSuppressed(broken);
            throw problem;
        }
    }
}
