package org.amends.server.parting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amends.server.webhook.Dispatch;
import org.amends.server.webhook.Message;
import org.amends.server.webhook.MessageType;
import org.amends.server.webhook.Outbox;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells other systems whom to leave in peace, in the transaction in which that became so. */
@Component
final class PartingMessages {

    private final Outbox outbox;
    private final Dispatch dispatch;
    private final JsonMapper json = new JsonMapper();

    PartingMessages(Outbox outbox, Dispatch dispatch) {
        this.outbox = outbox;
        this.dispatch = dispatch;
    }

    /** Whom it is about: the store's number, the brand, and the customer's identifier. */
    record About(long relationship, String brand, String customer) {}

    void tell(MessageType type, About about, Instant at, Map<String, Object> besides) {
        if (!outbox.isListenedTo()) {
            return;
        }
        UUID id = UUID.randomUUID();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("customer", about.customer());
        if (!about.brand().isEmpty()) {
            data.put("brand", about.brand());
        }
        data.putAll(besides);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id.toString());
        event.put("source", "/amends/parting");
        event.put("type", type.stableName());
        event.put("subject", about.customer());
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        outbox.add(List.of(
                new Message(id, type, about.relationship(), about.brand(), at, json.writeValueAsString(event))));
        dispatch.wake();
    }
}
