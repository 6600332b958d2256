package org.amends.event;

/**
 * The company's own identifier of a customer.
 *
 * @param value any non-blank text
 */
public record CustomerId(String value) implements Comparable<CustomerId> {

    public CustomerId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("customer must not be blank.");
        }
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
