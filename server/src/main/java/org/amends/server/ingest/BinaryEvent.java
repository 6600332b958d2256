package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A CloudEvent in binary mode: its attributes are headers, its data is the body. */
final class BinaryEvent {

    /** The header by which binary mode is known. */
    static final String SPEC_VERSION = "ce-specversion";

    private static final String[] ATTRIBUTES = {"specversion", "id", "source", "type", "subject", "time"};
    private static final int HEX = 16;

    private BinaryEvent() {}

    /** The same event in structured mode. */
    static JsonNode envelope(HttpServletRequest request, JsonNode data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (String attribute : ATTRIBUTES) {
            String value = request.getHeader("ce-" + attribute);
            if (value != null) {
                event.put(attribute, decoded(value));
            }
        }
        event.set("data", data);
        return event;
    }

    /** Headers hold ASCII: CloudEvents writes everything else, and the per cent sign, as per cent and two digits of UTF-8. */
    static String decoded(String header) {
        if (header.indexOf('%') < 0) {
            return header;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(header.length());
        byte[] encoded = header.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            Integer value = encoded[i] == '%' ? octet(encoded, i) : null;
            if (value == null) {
                bytes.write(encoded[i]);
            } else {
                bytes.write(value);
                i += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static @Nullable Integer octet(byte[] encoded, int at) {
        if (at + 2 >= encoded.length) {
            return null;
        }
        int high = Character.digit(encoded[at + 1], HEX);
        int low = Character.digit(encoded[at + 2], HEX);
        return high < 0 || low < 0 ? null : high * HEX + low;
    }
}
