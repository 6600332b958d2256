package org.amends.server.automation.reply;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.amends.complaint.Complaint;
import org.amends.money.Money;
import org.amends.server.complaint.team.Teams;
import org.amends.server.console.Texts;
import org.amends.server.letter.AnswerDates;
import org.amends.server.letter.Correspondents;
import org.amends.server.letter.LetterCompanies;
import org.amends.server.letter.LetterCompany;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.amends.story.Language;
import org.amends.story.Numerals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills the text of a saved reply from a case. Nothing is guessed: what is not known of the case is told. */
@Component
public final class ReplyFilling {

    private static final JsonMapper JSON = new JsonMapper();

    private final Correspondents correspondents;
    private final LetterCompanies companies;
    private final AnswerDates answers;
    private final Teams teams;
    private final InstantSource clock;

    ReplyFilling(
            Correspondents correspondents,
            LetterCompanies companies,
            AnswerDates answers,
            Teams teams,
            InstantSource clock) {
        this.correspondents = correspondents;
        this.companies = companies;
        this.answers = answers;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * The text in the language of the case.
     *
     * @throws Problem 422 when there is none in that language, or something that it names is not known of the case
     */
    public String filled(SavedReply reply, KeptCase kept) {
        return filled(reply, kept, kept.complaint().language());
    }

    /** The same in this language, ISO 639-1. */
    public String filled(SavedReply reply, KeptCase kept, String language) {
        String text = reply.texts().get(language);
        if (text == null || !reply.concerns(kept.complaint().brand())) {
            throw unfilled(
                    "language",
                    "Saved reply %s has no text in \"%s\" for brand \"%s\"."
                            .formatted(reply.name(), language, kept.complaint().brand()),
                    "Write it, or use another.");
        }
        Numerals numerals = Texts.in(Arrays.stream(Language.values())
                        .filter(each -> each.code().equals(language))
                        .findFirst()
                        .orElseThrow())
                .numerals();
        return ReplyText.filled(text, variable -> {
            String value = value(variable, kept, numerals);
            if (value == null || value.isBlank()) {
                throw unfilled(
                        variable.stableName(),
                        "{%s} is not known of case %s."
                                .formatted(
                                        variable.stableName(), kept.complaint().reference()),
                        "Find it out, or write without it.");
            }
            return value;
        });
    }

    private static Problem unfilled(String what, String detail, String remedy) {
        return new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT, "reply-unfilled", "The saved reply cannot be filled", detail)
                .with("place", what)
                .with("remedy", remedy)
                .with("refusal", "REPLY_" + what.toUpperCase(Locale.ROOT));
    }

    private @Nullable String value(ReplyVariable variable, KeptCase kept, Numerals numerals) {
        Complaint state = kept.complaint();
        return switch (variable) {
            case CUSTOMER_NAME -> customer(kept);
            case REFERENCE -> state.reference();
            case SUBJECT -> state.subject();
            case OWNER_NAME -> owner(state.owner());
            case COMPANY_NAME -> company(state, told -> told.path("name"));
            case COMPANY_EMAIL -> company(state, told -> told.path("contact").path("email"));
            case OPENED_ON -> numerals.date(noon(day(state, state.openedAt())));
            case TODAY -> numerals.date(noon(day(state, clock.instant())));
            case ANSWER_BY -> {
                LocalDate due = answers.by(kept.id(), zone(state));
                yield due == null ? null : numerals.date(noon(due));
            }
            case LOSS -> loss(state, numerals);
        };
    }

    private @Nullable String customer(KeptCase kept) {
        Correspondents.Correspondent to = correspondents.of(kept);
        boolean named = !to.name().equals(to.address())
                && !to.name().equals(kept.complaint().customer());
        return named ? to.name() : null;
    }

    private @Nullable String owner(@Nullable String actor) {
        return actor == null ? null : teams.names(List.of(actor)).get(actor);
    }

    private @Nullable String company(Complaint state, Function<JsonNode, JsonNode> part) {
        return companies
                .of(state.brand())
                .map(company -> part.apply(JSON.readTree(company.company())).asString(""))
                .orElse(null);
    }

    private static @Nullable String loss(Complaint state, Numerals numerals) {
        Money loss = state.assessment().loss();
        return loss == null ? null : numerals.money(loss);
    }

    private LocalDate day(Complaint state, Instant moment) {
        return moment.atZone(zone(state)).toLocalDate();
    }

    private ZoneId zone(Complaint state) {
        return companies.of(state.brand()).map(LetterCompany::zone).orElse(ZoneOffset.UTC);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
