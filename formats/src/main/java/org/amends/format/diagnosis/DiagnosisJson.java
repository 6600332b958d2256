package org.amends.format.diagnosis;

import java.io.StringWriter;
import java.time.Duration;
import org.amends.event.EventId;
import org.amends.format.facts.FactsReading;
import org.amends.recovery.Plan;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Paradox;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes diagnoses as one JSON object on one line, with the fields always in the same order. Numbers are the shortest
 * decimals that read back to the same number, so that equal diagnoses are equal bytes.
 */
public final class DiagnosisJson {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final double MILLIS_A_DAY = 86_400_000;

    private final String policyVersion;
    private final double horizonDays;

    /** A writer of diagnoses made by one policy for one horizon, which each object names. */
    public DiagnosisJson(String policyVersion, Duration horizon) {
        this.policyVersion = policyVersion;
        this.horizonDays = horizon.toMillis() / MILLIS_A_DAY;
    }

    /**
     * The diagnosis and the plan on one line, without a line feed.
     *
     * @param id the caller's name for it, as JSON, or null when it has none
     */
    public String write(@Nullable String id, Diagnosis diagnosis, Plan plan) {
        StringWriter line = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            writeId(json, id);
            number(json, "leave_probability", diagnosis.leaveProbability());
            number(json, "retaliation_risk", diagnosis.retaliationRisk());
            number(json, "complaint_propensity", diagnosis.complaintPropensity());
            number(json, "expectation", diagnosis.expectation());
            number(json, "recovery_power", diagnosis.recoveryPower());
            number(json, "priority", diagnosis.priority());
            writeMode(json, diagnosis.mode());
            json.writeStringProperty("answer", diagnosis.answer().word());
            number(json, "avoidance", diagnosis.avoidance());
            writeParadox(json, diagnosis.paradox());
            json.writeBooleanProperty("silent_sufferer", diagnosis.silentSufferer());
            json.writeBooleanProperty("double_deviation", diagnosis.doubleDeviation());
            json.writeBooleanProperty("neglected_loyal", diagnosis.neglectedLoyal());
            json.writeArrayPropertyStart("contributions");
            diagnosis.contributions().forEach(contribution -> write(json, contribution));
            json.writeEndArray();
            PlanJson.write(json, plan);
            json.writeStringProperty("policy_version", policyVersion);
            number(json, "horizon_days", horizonDays);
            json.writeEndObject();
        }
        return line.toString();
    }

    /** The plan alone, as one JSON object. */
    public static String plan(Plan plan) {
        StringWriter line = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            PlanJson.write(json, plan);
            json.writeEndObject();
        }
        return line.toString();
    }

    /** What stands in place of a diagnosis for a line that could not be read; no line feed. */
    public static String write(long lineNumber, FactsReading.Refused refused) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("line", lineNumber);
            writeId(json, refused.id());
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("place", refused.place());
            json.writeStringProperty("reason", refused.reason());
            json.writeStringProperty("remedy", refused.remedy());
            json.writeEndObject();
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void writeId(JsonGenerator json, @Nullable String id) {
        if (id != null) {
            json.writeName("id");
            json.writeRawValue(id);
        }
    }

    private static void writeMode(JsonGenerator json, @Nullable BreakMode mode) {
        if (mode == null) {
            json.writeNullProperty("mode");
        } else {
            json.writeStringProperty("mode", mode.stableName());
        }
    }

    private static void writeParadox(JsonGenerator json, Paradox paradox) {
        json.writeObjectPropertyStart("paradox");
        json.writeBooleanProperty("possible", paradox.possible());
        number(json, "satisfaction_lift", paradox.satisfactionLift());
        number(json, "loyalty_lift", paradox.loyaltyLift());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Contribution contribution) {
        EventId event = contribution.event();
        json.writeStartObject();
        if (event == null) {
            json.writeNullProperty("event");
        } else {
            json.writeStringProperty("event", event.value());
        }
        json.writeStringProperty("cause", contribution.cause().stableName());
        writeMode(json, contribution.mode());
        number(json, "logit", contribution.logit());
        json.writeEndObject();
    }

    /** Whole numbers have no point; a number that is none would be no JSON and is a mistake of the program. */
    static void number(JsonGenerator json, String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("%s must be a number but was %s.".formatted(name, value));
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumberProperty(name, (long) value);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}
