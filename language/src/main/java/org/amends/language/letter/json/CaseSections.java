package org.amends.language.letter.json;

import java.util.ArrayList;
import java.util.List;
import org.amends.language.letter.Farewell;
import org.amends.language.letter.ProcessFix;
import org.amends.language.letter.Regime;
import org.amends.language.letter.Regime.Referral;
import org.amends.language.letter.Regime.TimeLimit;
import org.amends.language.letter.Wording;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The sections of a case that only some letters have. */
final class CaseSections {

    private static final int LONGEST_LIMIT = 1_000;

    private final LetterCaseReader reader;
    private final Fields fields;

    CaseSections(LetterCaseReader reader, Fields fields) {
        this.reader = reader;
        this.fields = fields;
    }

    @Nullable
    Regime regime() {
        Fields regime = fields.object("regime", CaseFields.REGIME);
        if (regime == null) {
            return null;
        }
        List<JsonNode> statements = regime.elements("statements");
        List<Wording> wordings = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            wordings.add(reader.wordingIn(regime, "statements[%d]".formatted(i), statements.get(i)));
        }
        return new Regime(reader.name(regime, "name"), regime.date("deadline"), referral(regime), wordings);
    }

    private @Nullable Referral referral(Fields regime) {
        Fields referral = regime.object("referral", CaseFields.REFERRAL);
        if (referral == null) {
            return null;
        }
        return LetterCaseReader.made(
                regime,
                "referral",
                () -> new Referral(
                        reader.name(referral, "name"),
                        referral.text("web"),
                        referral.text("address"),
                        referral.bool("free"),
                        limit(referral)));
    }

    private static @Nullable TimeLimit limit(Fields referral) {
        Fields limit = referral.object("limit", CaseFields.LIMIT);
        if (limit == null) {
            return null;
        }
        int count = limit.whole("count", 0, 0, LONGEST_LIMIT);
        return LetterCaseReader.made(
                limit,
                "count",
                () -> new TimeLimit(
                        count, limit.oneOf("unit", TimeLimit.Unit.class), limit.oneOf("from", TimeLimit.Start.LETTER)));
    }

    @Nullable
    ProcessFix fix() {
        Fields fix = fields.object("fix", CaseFields.FIX);
        return fix == null
                ? null
                : new ProcessFix(
                        reader.neededWording(fix, "found"),
                        reader.neededWording(fix, "changed"),
                        LetterCaseReader.neededDate(fix, "since"),
                        reader.wording(fix, "checked"));
    }

    @Nullable
    Farewell farewell() {
        Fields farewell = fields.object("farewell", CaseFields.FAREWELL);
        if (farewell == null) {
            return null;
        }
        Fields data = farewell.object("data", CaseFields.DATA);
        Fields balance = farewell.object("balance", CaseFields.BALANCE);
        return new Farewell(
                LetterCaseReader.neededDate(farewell, "closes"),
                data == null
                        ? null
                        : new Farewell.DataHandover(
                                LetterCaseReader.neededDate(data, "due"), reader.wording(data, "how")),
                balance == null ? null : balance(balance),
                farewell.each(
                        "alternatives",
                        CaseFields.ALTERNATIVE,
                        other -> new Farewell.Alternative(
                                LetterCaseReader.needed(other, "name"), reader.wording(other, "why"))));
    }

    private static Farewell.Balance balance(Fields balance) {
        Money amount = balance.money("amount");
        if (amount == null) {
            throw balance.missing("amount", "Maybe {\"value\": 12.50, \"currency\": \"EUR\"}.");
        }
        return new Farewell.Balance(amount, LetterCaseReader.neededDate(balance, "due"));
    }
}
