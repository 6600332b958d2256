package org.amends.server.automation.rule;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amends.complaint.Assessment;
import org.amends.complaint.Complaint;
import org.amends.event.FailureKind;
import org.jspecify.annotations.Nullable;

/** Something about a case that conditions ask for. */
public enum CaseField {
    /** What went wrong; a case may have several. */
    FAILURE(Type.WORDS),
    /** {@code economic}, {@code esteem}, {@code both} or {@code unknown}. */
    WANT(Type.WORDS),
    /** 0 (calm) to 3 (raging). */
    HOSTILITY(Type.NUMBER),
    /** 0 to 1. */
    SEVERITY(Type.NUMBER),
    LANGUAGE(Type.WORDS),
    CHANNEL(Type.WORDS),
    STAGE(Type.WORDS),
    /** Those whose clocks run. */
    REGIME(Type.WORDS),
    TAG(Type.WORDS),
    TEAM(Type.WORDS),
    /** As the log names people. */
    ASSIGNEE(Type.WORDS),
    /** Somebody may be in danger, and nobody has helped yet. */
    DANGER(Type.YES_NO),
    VULNERABLE(Type.YES_NO),
    REPEATED(Type.YES_NO),
    LEGAL_THREAT(Type.YES_NO),
    PUBLIC_THREAT(Type.YES_NO),
    LEAVING(Type.YES_NO),
    /** The loss in the main unit of its currency; unknown where none was told. */
    AMOUNT(Type.NUMBER),
    /** Of the loss, ISO 4217. */
    CURRENCY(Type.WORDS),
    /** How often the outcome was rejected. */
    REJECTIONS(Type.NUMBER),
    /** Since it was opened. */
    AGE_HOURS(Type.NUMBER),
    SUBJECT(Type.TEXT);

    /** What a field holds, and so how it is asked for. */
    public enum Type {
        WORDS,
        NUMBER,
        YES_NO,
        TEXT
    }

    private static final List<String> NAMES =
            Arrays.stream(values()).map(CaseField::stableName).toList();
    private static final double MINUTES_OF_HOUR = 60;

    private final Type type;

    CaseField(Type type) {
        this.type = type;
    }

    /** What it holds. */
    public Type type() {
        return type;
    }

    /** The name in requests and in the store. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names. */
    public static List<String> names() {
        return NAMES;
    }

    /** How it may be asked for. */
    public List<Operator> operators() {
        return switch (type) {
            case WORDS -> List.of(Operator.ANY_OF, Operator.NONE_OF, Operator.EMPTY, Operator.NOT_EMPTY);
            case NUMBER -> List.of(Operator.AT_LEAST, Operator.AT_MOST);
            case YES_NO -> List.of(Operator.IS);
            case TEXT -> List.of(Operator.CONTAINS);
        };
    }

    /** What a case has in it, as words; numbers and yes or no are one word, and what is not known is none. */
    Set<String> words(CaseFacts facts) {
        Complaint state = facts.state();
        Assessment said = state.assessment();
        return switch (this) {
            case FAILURE -> said.failures().stream().map(FailureKind::name).collect(Collectors.toSet());
            case WANT -> one(said.want().name().toLowerCase(Locale.ROOT));
            case LANGUAGE -> one(state.language());
            case CHANNEL -> one(state.channel());
            case STAGE -> one(state.stage().stableName());
            case REGIME -> facts.regimes();
            case TAG -> state.tags();
            case TEAM -> one(state.team());
            case ASSIGNEE -> one(state.owner());
            case DANGER -> yes(state.inDanger());
            case VULNERABLE -> yes(said.vulnerable());
            case REPEATED -> yes(said.repeated());
            case LEGAL_THREAT -> yes(said.legalThreat());
            case PUBLIC_THREAT -> yes(said.publicThreat());
            case LEAVING -> yes(said.leaving());
            case CURRENCY ->
                one(said.loss() == null ? null : said.loss().currency().getCurrencyCode());
            case SUBJECT -> one(state.subject());
            case HOSTILITY, SEVERITY, AMOUNT, REJECTIONS, AGE_HOURS -> {
                Double number = number(facts);
                yield one(number == null ? null : number.toString());
            }
        };
    }

    /** What a case has in it as a number, or null where it is not known or no number. */
    @Nullable
    Double number(CaseFacts facts) {
        Complaint state = facts.state();
        Assessment said = state.assessment();
        return switch (this) {
            case HOSTILITY -> (double) said.hostility().ordinal();
            case SEVERITY -> said.severity();
            case AMOUNT -> said.loss() == null ? null : said.loss().toDecimal().doubleValue();
            case REJECTIONS -> (double) state.rejections();
            case AGE_HOURS -> Duration.between(state.openedAt(), facts.now()).toMinutes() / MINUTES_OF_HOUR;
            case FAILURE,
                    WANT,
                    LANGUAGE,
                    CHANNEL,
                    STAGE,
                    REGIME,
                    TAG,
                    TEAM,
                    ASSIGNEE,
                    DANGER,
                    VULNERABLE,
                    REPEATED,
                    LEGAL_THREAT,
                    PUBLIC_THREAT,
                    LEAVING,
                    CURRENCY,
                    SUBJECT -> null;
        };
    }

    private static Set<String> one(@Nullable String word) {
        return Stream.ofNullable(word).collect(Collectors.toSet());
    }

    private static Set<String> yes(boolean so) {
        return Set.of(so ? "yes" : "no");
    }
}
