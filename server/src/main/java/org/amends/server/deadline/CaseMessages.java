package org.amends.server.deadline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amends.server.webhook.Message;
import org.amends.server.webhook.MessageType;
import org.amends.server.webhook.Outbox;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells others what is the matter with a case, as CloudEvents. */
@Component
public final class CaseMessages {

    private static final JsonMapper JSON = new JsonMapper();

    private final Outbox outbox;

    CaseMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Which case it is about.
     *
     * @param relationship the store's number
     * @param brand empty where there is one only
     */
    public record About(String reference, String customer, String brand, long relationship) {}

    /**
     * Puts a message into the outbox, within the caller's transaction.
     *
     * @param data what it says besides which case it is about
     */
    public void tell(MessageType type, About about, Instant at, Map<String, Object> data) {
        UUID id = UUID.randomUUID();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("case", about.reference());
        all.put("customer", about.customer());
        all.put("brand", about.brand().isEmpty() ? null : about.brand());
        all.putAll(data);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("specversion", "1.0");
        body.put("id", id.toString());
        body.put("source", "/amends/cases");
        body.put("type", type.stableName());
        body.put("subject", about.reference());
        body.put("time", at.toString());
        body.put("datacontenttype", "application/json");
        body.put("data", all);
        outbox.add(
                List.of(new Message(id, type, about.relationship(), about.brand(), at, JSON.writeValueAsString(body))));
    }
}
