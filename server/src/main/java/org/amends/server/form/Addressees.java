package org.amends.server.form;

import java.time.ZoneOffset;
import org.amends.server.letter.LetterCompanies;
import org.amends.server.letter.LetterCompany;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom the form goes to, by brand: the company that writes the letters. */
@Component
final class Addressees {

    /** Where nobody set anything else. */
    private static final int ANSWER_DAYS = 14;

    private static final JsonMapper JSON = new JsonMapper();

    private final LetterCompanies companies;
    private final FormSettings settings;

    Addressees(LetterCompanies companies, FormSettings settings) {
        this.companies = companies;
        this.settings = settings;
    }

    Addressee of(String brand) {
        return companies
                .of(brand)
                .map(this::of)
                .orElseGet(() -> new Addressee(null, null, null, ANSWER_DAYS, ZoneOffset.UTC, settings.privacy()));
    }

    private Addressee of(LetterCompany company) {
        JsonNode told = JSON.readTree(company.company());
        return new Addressee(
                text(told.path("name")),
                text(told.path("contact").path("phone")),
                text(told.path("contact").path("email")),
                company.answerDays(),
                company.zone(),
                settings.privacy());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
    }
}
