package org.amends.language.mail;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The headers of a mail or of a part of it, in their order. */
public final class MailHeaders {

    /** A header: its name as written, its value in one line, its bytes as characters of ISO-8859-1. */
    record Field(String name, String value) {}

    private final List<Field> fields;

    MailHeaders(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Whether there is such a header, empty or not. */
    public boolean has(String name) {
        return raw(name) != null;
    }

    /**
     * The first header of this name, decoded; empty if there is none.
     *
     * @param name without regard to case
     */
    public String first(String name) {
        String value = raw(name);
        return value == null ? "" : HeaderText.decode(value, charsetOfBody());
    }

    /** The names of all headers in lower case, in their order. */
    public List<String> names() {
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Nullable
    String raw(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return null;
    }

    List<String> allRaw(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Bare 8-bit headers are mostly in the charset of the body. */
    @Nullable
    String charsetOfBody() {
        String type = raw("Content-Type");
        return type == null ? null : HeaderValue.of(type).parameter("charset");
    }
}
