package org.amends.language.letter.template;

import static org.amends.language.letter.template.Signature.sentence;
import static org.amends.language.letter.template.VariableType.DATE;
import static org.amends.language.letter.template.VariableType.MONEY;
import static org.amends.language.letter.template.VariableType.PLURAL;
import static org.amends.language.letter.template.VariableType.TEXT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.event.FailureKind;
import org.amends.language.letter.Completeness;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.RemedyKind;
import org.jspecify.annotations.Nullable;

/** Every sentence that a letter can be made of, by its key, with its variables. */
public final class Sentences {

    private static final Map<String, Signature> ALL = new LinkedHashMap<>();

    /** Kinds of failure whose sentence tells the day that had been promised. */
    private static final List<FailureKind> PROMISED = List.of(FailureKind.LATE_DELIVERY, FailureKind.BROKEN_PROMISE);

    /** Kinds of failure whose sentence tells the sum. */
    private static final List<FailureKind> WITH_AMOUNT = List.of(FailureKind.BILLING_ERROR);

    static {
        framing();
        incidents();
        regret();
        remedies();
        answers();
        regime();
        endings();
    }

    private Sentences() {}

    /** The signatures by key, in the order of a letter. */
    static Map<String, Signature> all() {
        return ALL;
    }

    /** The signature of a sentence, or null when there is none of this key. */
    public static @Nullable Signature of(String key) {
        return ALL.get(key);
    }

    private static void framing() {
        add("heading.date", sentence().with("date", DATE));
        add("heading.reference", sentence().with("reference", TEXT));
        for (LetterKind kind : LetterKind.values()) {
            add("subject." + kind.code(), sentence().with("reference", TEXT));
        }
        add("greeting.family", sentence().with("family", TEXT));
        add("greeting.doctor", sentence().with("family", TEXT));
        add("greeting.professor", sentence().with("family", TEXT));
        add("greeting.patronymic", sentence().with("given", TEXT).with("patronymic", TEXT));
        add("greeting.given", sentence().with("given", TEXT));
        add("greeting.name", sentence().with("name", TEXT));
        for (LetterKind kind : LetterKind.values()) {
            add(
                    "opening." + kind.code(),
                    kind.answers()
                            ? sentence().with("received", DATE)
                            : sentence().free("date", DATE));
        }
    }

    private static void incidents() {
        add("facts.told", sentence().with("count", PLURAL));
        add("facts.intro", sentence().with("count", PLURAL));
        add("facts.again", sentence().with("count", PLURAL));
        for (FailureKind kind : Completeness.KNOWN_KINDS) {
            add("incident." + kind.name(), incident(kind));
        }
        add(
                "incident.other",
                sentence().maybe("date", DATE).maybe("order", TEXT).maybe("object", TEXT));
        add("incident.promised", sentence().with("promised", DATE));
        add("incident.amount", sentence().with("amount", MONEY));
    }

    private static void regret() {
        add("responsibility.ours", sentence());
        add("responsibility.not_ours", sentence());
        add("responsibility.open", sentence());
        add("responsibility.unknown", sentence());
        add("apology.full", sentence());
        add("apology.short", sentence());
        add("apology.double", sentence());
        add("apology.delay", sentence());
        add("respect.esteem", sentence());
        add("respect.years", sentence().with("years", PLURAL));
        add("explanation.lead", sentence());
    }

    private static void remedies() {
        add("owed.intro", sentence().with("count", PLURAL));
        add("gestures.intro", sentence().with("count", PLURAL));
        add("gestures.thanks", sentence().with("count", PLURAL));
        for (RemedyKind kind : RemedyKind.values()) {
            for (String state : List.of(".due", ".done")) {
                Signature remedy = sentence().with("date", DATE);
                add("remedy." + kind.code() + state, kind.isMoney() ? remedy.with("amount", MONEY) : remedy);
            }
        }
        add("remedy.worth", sentence().with("amount", MONEY));
        add("remedy.basis", sentence().with("basis", TEXT));
        add("remedy.self", sentence());
        add("remedy.owner", sentence().with("owner", TEXT).maybe("role", TEXT));
        add("remedy.doer", sentence().with("owner", TEXT).maybe("role", TEXT));
        add("promises.intro", sentence().with("count", PLURAL));
        add("promise.self", sentence().with("what", TEXT).with("date", DATE));
        add(
                "promise.owner",
                sentence()
                        .with("what", TEXT)
                        .with("date", DATE)
                        .with("owner", TEXT)
                        .maybe("role", TEXT));
    }

    private static void answers() {
        add("points.intro", sentence().with("count", PLURAL));
        add("point.granted", sentence());
        add("point.declined", sentence());
        add("next.answer", sentence().with("date", DATE));
        add("next.delayed", sentence().with("date", DATE));
        add("fix.found", sentence());
        add("fix.changed", sentence());
        add("fix.since", sentence().with("date", DATE));
        add("thanks.years", sentence().with("years", PLURAL));
    }

    private static void regime() {
        add("regime.rules", sentence().with("rules", TEXT));
        add("regime.deadline", sentence().with("deadline", DATE));
        add("regime.final", sentence());
        add("regime.referral", sentence().with("body", TEXT).with("address", TEXT));
        add("regime.free", sentence());
        add("regime.limit.letter", sentence().with("limit", TEXT));
        add("regime.limit.complaint", sentence().with("limit", TEXT));
        for (String unit : List.of("days", "weeks", "months", "years")) {
            add("limit." + unit, sentence().with("count", PLURAL));
        }
    }

    private static void endings() {
        add("farewell.closes", sentence().with("date", DATE));
        add("farewell.data", sentence().with("date", DATE));
        add("farewell.balance", sentence().with("amount", MONEY).with("date", DATE));
        add("farewell.others", sentence().with("count", PLURAL));
        add("farewell.silence", sentence());
        for (LetterKind kind : LetterKind.values()) {
            add("closing." + kind.code(), sentence());
        }
        add("closing.brief", sentence());
        add("contact", sentence().with("channels", TEXT).maybe("hours", TEXT));
        add("signature", sentence());
    }

    private static Signature incident(FailureKind kind) {
        Signature incident = sentence().maybe("date", DATE).maybe("order", TEXT).maybe("object", TEXT);
        if (PROMISED.contains(kind)) {
            return incident.maybe("promised", DATE);
        }
        return WITH_AMOUNT.contains(kind) ? incident.maybe("amount", MONEY) : incident;
    }

    private static void add(String key, Signature signature) {
        if (ALL.put(key, signature) != null) {
            throw new IllegalStateException("the sentence %s is declared twice.".formatted(key));
        }
    }
}
