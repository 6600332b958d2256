package org.amends.server.letter;

import java.util.Map;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who writes for a brand, as the page's form shows and sends it. What the form does not show stays as it is.
 *
 * @param values by the names of the form's fields
 */
public record LetterCompanyForm(Map<String, String> values) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Copies the map. */
    public LetterCompanyForm {
        values = Map.copyOf(values);
    }

    /** What a field says, or empty. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether a box is checked. */
    public boolean on(String name) {
        return get(name).equals("true");
    }

    static LetterCompanyForm of(LetterCompany company) {
        JsonNode said = JSON.readTree(company.company());
        String reply = company.replyTo();
        String regime = company.regime();
        Map<String, String> values = new java.util.HashMap<>();
        values.put("brand", company.brand());
        values.put("name", said.path("name").asString(""));
        values.put("signer", said.at("/signer/name").asString(""));
        values.put("gender", said.at("/signer/gender").asString("unknown"));
        values.put("email", said.at("/contact/email").asString(""));
        values.put("phone", said.at("/contact/phone").asString(""));
        values.put("sender", company.sender());
        values.put("reply", reply == null ? "" : reply);
        values.put("zone", company.zone().getId());
        values.put("register", company.register().name().toLowerCase(java.util.Locale.ROOT));
        values.put("familiar", String.valueOf(company.familiar()));
        values.put("acknowledges", String.valueOf(company.acknowledges()));
        values.put("answer", String.valueOf(company.answerDays()));
        values.put("remedy", String.valueOf(company.remedyDays()));
        values.put("undo", String.valueOf(company.undoSeconds()));
        values.put("regime", regime == null ? "" : regime);
        return new LetterCompanyForm(values);
    }

    /** The usual, for a brand that has no company yet. */
    static LetterCompanyForm usual() {
        return new LetterCompanyForm(Map.of(
                "zone", "UTC",
                "register", "plain",
                "gender", "unknown",
                "acknowledges", "true",
                "answer", String.valueOf(LetterCompanyWish.USUAL_ANSWER_DAYS),
                "remedy", String.valueOf(LetterCompanyWish.USUAL_REMEDY_DAYS),
                "undo", String.valueOf(LetterCompanyWish.USUAL_UNDO_SECONDS)));
    }

    /**
     * What it asks for.
     *
     * @param before who writes for the brand now, or null
     */
    LetterCompanyWish wish(@Nullable LetterCompany before) {
        ObjectNode company = before != null && JSON.readTree(before.company()) instanceof ObjectNode known
                ? known
                : JSON.createObjectNode();
        company.put("name", get("name").strip());
        ObjectNode signer = part(company, "signer");
        signer.put("name", get("signer").strip());
        signer.put("gender", get("gender"));
        ObjectNode contact = part(company, "contact");
        put(contact, "email");
        put(contact, "phone");
        return new LetterCompanyWish(
                get("brand").strip(),
                company,
                get("sender").strip(),
                get("reply").isBlank() ? null : get("reply").strip(),
                get("zone").strip(),
                get("register"),
                on("familiar"),
                on("acknowledges"),
                number("answer"),
                number("remedy"),
                number("undo"),
                regime());
    }

    private static ObjectNode part(ObjectNode company, String name) {
        return company.get(name) instanceof ObjectNode known ? known : company.putObject(name);
    }

    private void put(ObjectNode contact, String name) {
        if (get(name).isBlank()) {
            var ignored = contact.remove(name);
        } else {
            contact.put(name, get(name).strip());
        }
    }

    private int number(String name) {
        try {
            return Integer.parseInt(get(name).strip());
        } catch (NumberFormatException none) {
            Problem problem = Problem.invalid(name, "no number", "Write a whole number.");
            problem.addSuppressed(none);
            throw problem;
        }
    }

    private @Nullable JsonNode regime() {
        try {
            return get("regime").isBlank() ? null : JSON.readTree(get("regime"));
        } catch (JacksonException broken) {
            Problem problem = Problem.invalid("regime", "no JSON", "Write it as in the case of a letter.");
            problem.addSuppressed(broken);
            throw problem;
        }
    }
}
