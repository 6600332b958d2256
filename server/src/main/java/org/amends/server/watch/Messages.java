package org.amends.server.watch;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.amends.server.webhook.Message;
import org.amends.server.webhook.MessageType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what became different as CloudEvents. */
@Component
final class Messages {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int DECIMALS = 2;

    /** The message of this change, where it is one that others are told of. */
    Optional<Message> of(DiagnosisChange change) {
        MessageType type = type(change);
        if (type == null) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        DiagnosisRow now = change.now();
        return Optional.of(new Message(id, type, now.relationship(), now.brand(), change.at(), body(id, type, change)));
    }

    private static @Nullable MessageType type(DiagnosisChange change) {
        return switch (change.kind()) {
            case MODE -> MessageType.MODE_CHANGED;
            case RISK -> MessageType.RISK_CROSSED;
            case SILENT_SUFFERER -> change.now().silentSufferer() ? MessageType.SILENT_SUFFERER_FOUND : null;
            case NEGLECTED_LOYAL, DOUBLE_DEVIATION, STANDING -> null;
        };
    }

    private static String body(UUID id, MessageType type, DiagnosisChange change) {
        DiagnosisRow now = change.now();
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("source", "/amends/watch");
            json.writeStringProperty("type", type.stableName());
            json.writeStringProperty("subject", now.customer());
            json.writeStringProperty("time", change.at().toString());
            json.writeStringProperty("datacontenttype", "application/json");
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("customer", now.customer());
            text(json, "brand", now.brand().isEmpty() ? null : now.brand());
            if (change.kind() != DiagnosisChange.Kind.SILENT_SUFFERER) {
                text(json, "before", change.before());
                text(json, "after", change.after());
            }
            json.writeNumberProperty("leave_probability", now.leaveProbability());
            text(json, "mode", now.mode());
            json.writeStringProperty("answer", now.answer());
            json.writeNumberProperty("priority", now.priority());
            json.writeObjectPropertyStart("value_at_risk");
            json.writeStringProperty("amount", money(now.valueAtRisk()));
            text(json, "currency", now.currency().isEmpty() ? null : now.currency());
            json.writeEndObject();
            json.writeStringProperty("policy_version", now.policyVersion());
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String money(double amount) {
        return BigDecimal.valueOf(amount)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
