package org.amends.server.complaint.act;

import java.util.List;
import java.util.Locale;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.Complaint;
import org.amends.event.FailureKind;
import org.amends.format.complaint.CaseEventJson;
import org.amends.money.Money;
import org.amends.store.complaint.KeptCase;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases as programs read them. */
public final class CaseJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, new MoneyWriting())
                    .addSerializer(FailureKind.class, new KindWriting())
                    .addSerializer(new EnumWriting()))
            .build();

    private CaseJson() {}

    /** The state of a case, in the words of its record. */
    public static ObjectNode state(Complaint state) {
        ObjectNode all = MAPPER.valueToTree(state);
        all.put("open", state.open());
        all.put("paused", state.paused());
        all.put("in_danger", state.inDanger());
        return all;
    }

    /** What happened to a case, oldest first. */
    public static ArrayNode events(KeptCase kept) {
        ArrayNode all = MAPPER.createArrayNode();
        int number = 0;
        for (CaseEvent event : kept.events()) {
            ObjectNode each = all.addObject();
            each.put("number", ++number);
            each.put("type", CaseEventJson.type(event));
            each.put("at", event.header().at().toString());
            each.put("actor", event.header().actor());
            each.set("data", MAPPER.readTree(CaseEventJson.data(event)));
        }
        return all;
    }

    /** What may be done to it now, and why the rest may not. */
    static ArrayNode steps(List<NextSteps.Step> steps) {
        ArrayNode all = MAPPER.createArrayNode();
        for (NextSteps.Step step : steps) {
            ObjectNode each = all.addObject();
            each.put("step", step.name());
            each.put("allowed", step.refusal() == null);
            each.put("refusal", step.refusal() == null ? null : step.refusal().name());
            each.put("reason", step.words());
        }
        return all;
    }

    private static final class MoneyWriting extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("amount", money.toDecimal().toPlainString());
            json.writeStringProperty("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }

    private static final class KindWriting extends ValueSerializer<FailureKind> {
        @Override
        public void serialize(FailureKind kind, JsonGenerator json, SerializationContext context) {
            json.writeString(kind.name());
        }
    }

    private static final class EnumWriting extends ValueSerializer<Enum<?>> {
        @Override
        public void serialize(Enum<?> value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.name().toLowerCase(Locale.ROOT));
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<Enum<?>> handledType() {
            return (Class<Enum<?>>) (Class<?>) Enum.class;
        }
    }
}
