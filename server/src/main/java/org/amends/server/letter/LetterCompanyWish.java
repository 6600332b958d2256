package org.amends.server.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.amends.language.letter.Register;
import org.amends.language.letter.json.LetterCaseReader;
import org.amends.language.letter.json.LetterCaseReading;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who is to write for a brand, as programs and the page give it; what is null is as usual. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record LetterCompanyWish(
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
        @Nullable JsonNode regime) {

    static final int USUAL_ANSWER_DAYS = 14;
    static final int USUAL_REMEDY_DAYS = 14;
    static final int USUAL_UNDO_SECONDS = 60;

    private static final JsonMapper JSON = new JsonMapper();

    static LetterCompanyWish of(LetterCompany company) {
        String regime = company.regime();
        return new LetterCompanyWish(
                company.brand(),
                JSON.readTree(company.company()),
                company.sender(),
                company.replyTo(),
                company.zone().getId(),
                company.register().name().toLowerCase(Locale.ROOT),
                company.familiar(),
                company.acknowledges(),
                company.answerDays(),
                company.remedyDays(),
                company.undoSeconds(),
                regime == null ? null : JSON.readTree(regime));
    }

    /**
     * The company.
     *
     * @throws Problem naming what is missing or cannot be
     */
    LetterCompany checked() {
        LetterCompany read = read();
        check();
        return read;
    }

    private LetterCompany read() {
        JsonNode said = company;
        if (said == null || !said.isObject()) {
            throw Problem.invalid("company", "missing", "Write name, signer and contact, as in the case of a letter.");
        }
        JsonNode rules = regime;
        try {
            return new LetterCompany(
                    Objects.requireNonNullElse(brand, ""),
                    said.toString(),
                    Objects.requireNonNullElse(sender, ""),
                    replyTo,
                    ZoneId.of(Objects.requireNonNullElse(zone, "UTC")),
                    Register.valueOf(
                            Objects.requireNonNullElse(register, "plain").toUpperCase(Locale.ROOT)),
                    Boolean.TRUE.equals(familiar),
                    !Boolean.FALSE.equals(acknowledges),
                    Objects.requireNonNullElse(answerDays, USUAL_ANSWER_DAYS),
                    Objects.requireNonNullElse(remedyDays, USUAL_REMEDY_DAYS),
                    Objects.requireNonNullElse(undoSeconds, USUAL_UNDO_SECONDS),
                    rules == null || rules.isNull() ? null : rules.toString());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw Problem.invalid(
                    "the company of letters",
                    "refused: " + wrong.getMessage(),
                    "Look at the guide on sending letters.");
        }
    }

    /** Company and rules are read as a letter would read them, so that no letter fails for them later. */
    private void check() {
        String today = LocalDate.EPOCH.toString();
        ObjectNode trial = JSON.createObjectNode();
        trial.put("reference", "C-1970-000001");
        trial.put("kind", "final_response");
        trial.put("received", today);
        trial.put("date", today);
        trial.set("customer", JSON.createObjectNode().put("name", "A").put("language", "en"));
        JsonNode ignored = trial.set("company", company);
        JsonNode rules = regime;
        if (rules != null && !rules.isNull()) {
            ignored = trial.set("regime", rules);
        }
        if (LetterCaseReader.read(trial.toString())
                instanceof LetterCaseReading.Refused(String place, String reason, String remedy)) {
            throw Problem.invalid(place, "refused: " + reason, remedy);
        }
    }
}
