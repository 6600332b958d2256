package org.amends.format.diagnosis;

import java.util.List;
import org.amends.recovery.Plan;
import org.amends.recovery.PlanEffect;
import org.amends.recovery.PlanElement;
import org.amends.recovery.PlanReason;
import tools.jackson.core.JsonGenerator;

/** Writes plans as fields of the object that is being written. */
final class PlanJson {

    private PlanJson() {}

    static void write(JsonGenerator json, Plan plan) {
        elements(json, "plan", plan.elements());
        DiagnosisJson.number(json, "plan_cost", cents(plan.cost()));
        json.writeNumberProperty("apology_rank", plan.apologyRank());
        json.writeStringProperty("part_or_recover", plan.parts() ? "part" : "recover");
        effect(json, "plan_effect", plan.effect());
        json.writeArrayPropertyStart("excluded");
        plan.excluded().forEach(each -> {
            json.writeStartObject();
            json.writeStringProperty("element", each.what().word());
            json.writeStringProperty("because", each.reason().word());
            json.writeEndObject();
        });
        json.writeEndArray();
        reasons(json, "reasons_for", plan.reasonsFor());
        reasons(json, "reasons_against", plan.reasonsAgainst());
        json.writeArrayPropertyStart("rejected");
        plan.rejected().forEach(each -> {
            json.writeStartObject();
            json.writeStringProperty("name", each.name());
            json.writeStringProperty("because", each.reason().word());
            elements(json, "plan", each.elements());
            DiagnosisJson.number(json, "plan_cost", cents(each.cost()));
            effect(json, "plan_effect", each.effect());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void elements(JsonGenerator json, String name, List<PlanElement> elements) {
        json.writeArrayPropertyStart(name);
        elements.forEach(each -> {
            json.writeStartObject();
            json.writeStringProperty("element", each.element().word());
            Double amount = each.amount();
            if (amount != null) {
                DiagnosisJson.number(json, "amount", cents(amount));
            }
            json.writeBooleanProperty("owed", each.owed());
            json.writeStringProperty("because", each.reason().word());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void effect(JsonGenerator json, String name, PlanEffect effect) {
        json.writeObjectPropertyStart(name);
        DiagnosisJson.number(json, "distributive", effect.distributive());
        DiagnosisJson.number(json, "interactional", effect.interactional());
        DiagnosisJson.number(json, "procedural", effect.procedural());
        DiagnosisJson.number(json, "quality", effect.quality());
        DiagnosisJson.number(json, "stays", effect.stays());
        json.writeArrayPropertyStart("stays_interval");
        json.writeNumber(effect.staysAtLeast());
        json.writeNumber(effect.staysAtMost());
        json.writeEndArray();
        DiagnosisJson.number(json, "calms", effect.calms());
        DiagnosisJson.number(json, "worth", effect.worth());
        json.writeEndObject();
    }

    private static void reasons(JsonGenerator json, String name, List<PlanReason> reasons) {
        json.writeArrayPropertyStart(name);
        reasons.forEach(each -> json.writeString(each.word()));
        json.writeEndArray();
    }

    /** Sums of cents are cents again. */
    private static double cents(double amount) {
        return Math.rint(amount * 100) / 100;
    }
}
