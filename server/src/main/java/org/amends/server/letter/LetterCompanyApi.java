package org.amends.server.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.amends.language.letter.Register;
import org.amends.language.letter.json.LetterCaseReader;
import org.amends.language.letter.json.LetterCaseReading;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who writes letters, for programs of administrators. */
@RestController
@RequestMapping("/v1/letter-companies")
@PreAuthorize("hasAuthority('SCOPE_admin')")
class LetterCompanyApi {

    private static final int USUAL_ANSWER_DAYS = 14;
    private static final int USUAL_REMEDY_DAYS = 14;
    private static final int USUAL_UNDO_SECONDS = 60;

    private final LetterCompanies companies;
    private final JsonMapper json = new JsonMapper();

    LetterCompanyApi(LetterCompanies companies) {
        this.companies = companies;
    }

    /** Who writes for a brand; what is null is as usual. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record View(
            @Nullable String brand,
            @Nullable JsonNode company,
            @Nullable String sender,
            @Nullable String replyTo,
            @Nullable String zone,
            @Nullable String register,
            @Nullable Boolean familiar,
            @Nullable Boolean acknowledges,
            @Nullable Integer answerDays,
            @Nullable Integer remedyDays,
            @Nullable Integer undoSeconds,
            @Nullable JsonNode regime) {}

    /** All. */
    record All(List<View> items) {}

    @GetMapping
    All all() {
        return new All(companies.all().stream().map(this::view).toList());
    }

    @PutMapping
    View set(@RequestBody View asked) {
        LetterCompany company = company(asked);
        check(asked);
        companies.set(company, Caller.current().actor());
        return view(company);
    }

    private LetterCompany company(View asked) {
        JsonNode company = asked.company();
        if (company == null || !company.isObject()) {
            throw Problem.invalid("company", "missing", "Write name, signer and contact, as in the case of a letter.");
        }
        JsonNode regime = asked.regime();
        try {
            return new LetterCompany(
                    Objects.requireNonNullElse(asked.brand(), ""),
                    company.toString(),
                    Objects.requireNonNullElse(asked.sender(), ""),
                    asked.replyTo(),
                    ZoneId.of(Objects.requireNonNullElse(asked.zone(), "UTC")),
                    Register.valueOf(Objects.requireNonNullElse(asked.register(), "plain")
                            .toUpperCase(Locale.ROOT)),
                    Boolean.TRUE.equals(asked.familiar()),
                    !Boolean.FALSE.equals(asked.acknowledges()),
                    Objects.requireNonNullElse(asked.answerDays(), USUAL_ANSWER_DAYS),
                    Objects.requireNonNullElse(asked.remedyDays(), USUAL_REMEDY_DAYS),
                    Objects.requireNonNullElse(asked.undoSeconds(), USUAL_UNDO_SECONDS),
                    regime == null || regime.isNull() ? null : regime.toString());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw Problem.invalid(
                    "the company of letters",
                    "refused: " + wrong.getMessage(),
                    "Look at the guide on sending letters.");
        }
    }

    /** Company and rules are read as a letter would read them, so that no letter fails for them later. */
    private void check(View asked) {
        String today = LocalDate.EPOCH.toString();
        ObjectNode trial = json.createObjectNode();
        trial.put("reference", "C-1970-000001");
        trial.put("kind", "final_response");
        trial.put("received", today);
        trial.put("date", today);
        trial.set("customer", json.createObjectNode().put("name", "A").put("language", "en"));
        JsonNode ignored = trial.set("company", asked.company());
        if (asked.regime() != null && !asked.regime().isNull()) {
            ignored = trial.set("regime", asked.regime());
        }
        if (LetterCaseReader.read(trial.toString())
                instanceof LetterCaseReading.Refused(String place, String reason, String remedy)) {
            throw Problem.invalid(place, "refused: " + reason, remedy);
        }
    }

    private View view(LetterCompany company) {
        String regime = company.regime();
        return new View(
                company.brand(),
                json.readTree(company.company()),
                company.sender(),
                company.replyTo(),
                company.zone().getId(),
                company.register().name().toLowerCase(Locale.ROOT),
                company.familiar(),
                company.acknowledges(),
                company.answerDays(),
                company.remedyDays(),
                company.undoSeconds(),
                regime == null ? null : json.readTree(regime));
    }
}
