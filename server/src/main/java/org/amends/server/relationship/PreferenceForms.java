package org.amends.server.relationship;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.amends.server.access.Caller;
import org.amends.server.customer.CustomerPreferences;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody at the console writes down, or takes back, because the customer told them. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_write')")
class PreferenceForms {

    private final CustomerPreferences preferences;

    PreferenceForms(CustomerPreferences preferences) {
        this.preferences = preferences;
    }

    /** Something that is done with a customer. */
    @FunctionalInterface
    private interface Deed {
        void doIt();
    }

    @PostMapping("/customer/preferences")
    String state(
            @RequestParam String customer,
            @RequestParam(defaultValue = "") String brand,
            @RequestParam(defaultValue = "") String preference,
            @RequestParam(defaultValue = "") String until) {
        return back(customer, brand, () -> {
            var ignored = preferences.state(
                    customer,
                    brand,
                    new CustomerPreferences.Statement(preference, "agent", null, endOf(until)),
                    Caller.current());
        });
    }

    @PostMapping("/customer/preferences/withdraw")
    String withdraw(
            @RequestParam String customer,
            @RequestParam(defaultValue = "") String brand,
            @RequestParam String preference) {
        return back(customer, brand, () -> preferences.withdraw(customer, brand, preference, Caller.current()));
    }

    /** The end of a day in UTC, as an event says it; null when no day is given. */
    private static @Nullable String endOf(String day) {
        if (day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day.strip())
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toString();
        } catch (DateTimeException noDay) {
            throw Problem.invalid("until", "\"%s\"".formatted(day), "Write a day, for example 2026-12-31.");
        }
    }

    /** Does it and leads back to the page, which tells when it was refused. */
    private static String back(String customer, String brand, Deed deed) {
        String page = RelationshipLinks.to(customer, brand);
        try {
            deed.doIt();
        } catch (Problem refused) {
            page += (page.contains("?") ? "&" : "?") + "refused=preference";
        }
        return "redirect:" + page + "#preferences";
    }
}
