package org.amends.preference;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A way of reaching a customer, by a name of its own whatever the spelling: {@code e-mail} is {@code email}. The set is open.
 *
 * @param name lower-case words joined by underscores
 */
public record Channel(String name) {

    private static final Set<String> USUAL =
            Set.of("email", "phone", "sms", "post", "chat", "push", "whatsapp", "telegram", "visit", "fax");

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("e_mail", "email"),
            Map.entry("emails", "email"),
            Map.entry("telephone", "phone"),
            Map.entry("call", "phone"),
            Map.entry("calls", "phone"),
            Map.entry("phone_call", "phone"),
            Map.entry("phone_calls", "phone"),
            Map.entry("text", "sms"),
            Map.entry("texts", "sms"),
            Map.entry("text_message", "sms"),
            Map.entry("letter", "post"),
            Map.entry("letters", "post"),
            Map.entry("live_chat", "chat"),
            Map.entry("app", "push"),
            Map.entry("push_notification", "push"),
            Map.entry("push_notifications", "push"));

    public static final Channel EMAIL = new Channel("email");
    public static final Channel PHONE = new Channel("phone");
    public static final Channel SMS = new Channel("sms");
    public static final Channel POST = new Channel("post");

    public Channel {
        name = SPELLINGS.getOrDefault(folded(name), folded(name));
        if (name.isEmpty()) {
            throw new IllegalArgumentException("channel must not be blank.");
        }
    }

    /** The channel of this name or spelling. */
    public static Channel named(String text) {
        return new Channel(text);
    }

    /** Whether it is one that companies commonly use, so that its name alone says that a channel is meant. */
    boolean isUsual() {
        return USUAL.contains(name);
    }

    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    @Override
    public String toString() {
        return name;
    }
}
