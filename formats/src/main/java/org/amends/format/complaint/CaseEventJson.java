package org.amends.format.complaint;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.event.FailureKind;
import org.amends.money.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of cases as JSON: a name for the type, and one object for what it says, its header apart. Names are those of the
 * records, in snake case; neither they nor the fields are ever changed, since logs hold them.
 */
public final class CaseEventJson {

    private static final Map<String, Class<?>> TYPES = Arrays.stream(CaseEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(CaseEventJson::name, Function.identity()));

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, new MoneyWriting())
                    .addDeserializer(Money.class, new MoneyReading())
                    .addSerializer(FailureKind.class, new KindWriting())
                    .addDeserializer(FailureKind.class, new KindReading()))
            .build();

    private CaseEventJson() {}

    /** The stable name of an event's type, for example {@code plan_chosen}. */
    public static String type(CaseEvent event) {
        return name(event.getClass());
    }

    /** What it says, without its header, as one JSON object. */
    public static String data(CaseEvent event) {
        ObjectNode all = MAPPER.valueToTree(event);
        all.remove("header");
        return all.toString();
    }

    /**
     * The event of this type, header and data.
     *
     * @throws IllegalArgumentException when there is no such type, or the data do not fit it
     */
    public static CaseEvent read(String type, CaseHeader header, String data) {
        Class<?> record = TYPES.get(type);
        if (record == null) {
            throw new IllegalArgumentException("No event of a case is called \"%s\".".formatted(type));
        }
        try {
            ObjectNode all = (ObjectNode) MAPPER.readTree(data);
            all.set("header", MAPPER.valueToTree(header));
            return (CaseEvent) MAPPER.treeToValue(all, record);
        } catch (JacksonException | ClassCastException unreadable) {
            throw new IllegalArgumentException(
                    "The data of an event \"%s\" cannot be read: %s".formatted(type, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static String name(Class<?> record) {
        return record.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
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

    private static final class MoneyReading extends ValueDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = parser.readValueAsTree();
            return Money.of(
                    Currency.getInstance(tree.required("currency").asString()),
                    new BigDecimal(tree.required("amount").asString()));
        }
    }

    private static final class KindWriting extends ValueSerializer<FailureKind> {
        @Override
        public void serialize(FailureKind kind, JsonGenerator json, SerializationContext context) {
            json.writeString(kind.name());
        }
    }

    private static final class KindReading extends ValueDeserializer<FailureKind> {
        @Override
        public FailureKind deserialize(JsonParser parser, DeserializationContext context) {
            return new FailureKind(parser.getString());
        }
    }
}
