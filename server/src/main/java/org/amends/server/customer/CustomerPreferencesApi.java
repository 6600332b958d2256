package org.amends.server.customer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.amends.preference.Preference;
import org.amends.preference.PreferenceBook;
import org.amends.preference.PreferenceHint;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What a customer stated, for programs. */
@RestController
@RequestMapping({"/v1/customers/{customer}/preferences", "/v1/customer/preferences"})
class CustomerPreferencesApi {

    private final CustomerPreferences preferences;
    private final InstantSource clock;

    CustomerPreferencesApi(CustomerPreferences preferences, InstantSource clock) {
        this.preferences = preferences;
        this.clock = clock;
    }

    /** What is stated. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record StatementBody(
            @Nullable String preference,
            @Nullable String statedBy,
            @Nullable String validFrom,
            @Nullable String validUntil) {}

    /**
     * One statement.
     *
     * @param endedAt when it was withdrawn or replaced; null while neither
     * @param replacedBy what replaced it; null when it was withdrawn
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record StatedAnswer(
            String preference,
            String statedBy,
            Instant statedAt,
            Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Instant endedAt,
            @Nullable String replacedBy,
            String event) {

        static StatedAnswer of(Preference stated) {
            Preference.Ending ending = stated.ending();
            return new StatedAnswer(
                    stated.value().text(),
                    stated.source().name().toLowerCase(Locale.ROOT),
                    stated.statedAt(),
                    stated.validFrom(),
                    stated.validUntil(),
                    ending == null ? null : ending.at(),
                    ending == null || ending.replacedBy() == null
                            ? null
                            : ending.replacedBy().text(),
                    stated.event().value());
        }
    }

    /** What purchases suggest and nobody stated: a reason to ask, never a fact. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SuggestedAnswer(String preference, Instant reportedAt, String event) {

        static SuggestedAnswer of(PreferenceHint hint) {
            return new SuggestedAnswer(
                    hint.value().text(), hint.reportedAt(), hint.event().value());
        }
    }

    /**
     * What a customer stated.
     *
     * @param preferences what holds now
     * @param suggested what purchases suggest
     * @param history every statement, the oldest first
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PreferencesAnswer(
            String customer,
            @Nullable String brand,
            List<StatedAnswer> preferences,
            List<SuggestedAnswer> suggested,
            List<StatedAnswer> history) {}

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_read')")
    PreferencesAnswer preferences(@Asked String customer, @RequestParam(required = false) @Nullable String brand) {
        CustomerPreferences.Known known = preferences.known(customer, brand, Caller.current());
        PreferenceBook book = known.book();
        Instant now = clock.instant();
        return new PreferencesAnswer(
                known.customer().customer(),
                known.customer().brand().isEmpty() ? null : known.customer().brand(),
                book.holding(now).stream().map(StatedAnswer::of).toList(),
                book.hints(now).stream().map(SuggestedAnswer::of).toList(),
                book.history().stream().map(StatedAnswer::of).toList());
    }

    /** States something, or states it anew, which corrects what was stated before. */
    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.CREATED)
    StatedAnswer state(
            @Asked String customer,
            @RequestParam(required = false) @Nullable String brand,
            @RequestBody StatementBody body) {
        String preference = body.preference();
        if (preference == null) {
            throw Problem.invalid("preference", "missing", "Write what the customer needs or wishes.");
        }
        return StatedAnswer.of(preferences.state(
                customer,
                brand,
                new CustomerPreferences.Statement(preference, body.statedBy(), body.validFrom(), body.validUntil()),
                Caller.current()));
    }

    @DeleteMapping
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @Asked String customer,
            @RequestParam(required = false) @Nullable String brand,
            @RequestParam(required = false) @Nullable String preference) {
        if (preference == null) {
            throw Problem.invalid("preference", "missing", "Name what the customer takes back.");
        }
        preferences.withdraw(customer, brand, preference, Caller.current());
    }
}
