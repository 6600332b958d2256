package org.amends.server.automation.reply;

import java.time.Instant;
import java.util.Map;

/**
 * A text that is used again and again.
 *
 * @param brand of the cases that it is for; empty for all
 * @param texts by language, ISO 639-1, with variables in braces
 */
public record SavedReply(String name, String brand, Map<String, String> texts, String changedBy, Instant changedAt) {
    public SavedReply {
        texts = Map.copyOf(texts);
    }

    /** Whether it is for cases of this brand. */
    public boolean concerns(String caseBrand) {
        return brand.isEmpty() || brand.equals(caseBrand);
    }
}
