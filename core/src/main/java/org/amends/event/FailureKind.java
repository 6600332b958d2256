package org.amends.event;

/**
 * What went wrong, by the name of the failure catalogue, for example {@code late_delivery}. A policy may add kinds.
 *
 * @param name lower-case words joined by underscores
 */
public record FailureKind(String name) implements Comparable<FailureKind> {

    public static final FailureKind LATE_DELIVERY = new FailureKind("late_delivery");
    public static final FailureKind WRONG_ITEM = new FailureKind("wrong_item");
    public static final FailureKind MISSING_ITEM = new FailureKind("missing_item");
    public static final FailureKind DEFECTIVE_PRODUCT = new FailureKind("defective_product");
    public static final FailureKind BILLING_ERROR = new FailureKind("billing_error");
    public static final FailureKind RUDE_CONTACT = new FailureKind("rude_contact");
    public static final FailureKind LONG_WAIT = new FailureKind("long_wait");
    public static final FailureKind IGNORED_CONTACT = new FailureKind("ignored_contact");
    public static final FailureKind BROKEN_PROMISE = new FailureKind("broken_promise");
    public static final FailureKind PRIVACY_BREACH = new FailureKind("privacy_breach");
    public static final FailureKind PREFERENCE_VIOLATION = new FailureKind("preference_violation");
    public static final FailureKind SERVICE_OUTAGE = new FailureKind("service_outage");
    public static final FailureKind UNFAIR_POLICY = new FailureKind("unfair_policy");
    public static final FailureKind MISLEADING_INFORMATION = new FailureKind("misleading_information");
    public static final FailureKind QUALITY_DECLINE = new FailureKind("quality_decline");
    public static final FailureKind CANCELLATION_OBSTACLE = new FailureKind("cancellation_obstacle");
    public static final FailureKind SAFETY = new FailureKind("safety");

    public FailureKind {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "failure kind must be lower-case words joined by underscores but was \"%s\".".formatted(name));
        }
    }

    /** Whether the text could name a kind: lower-case letters, digits and underscores, a letter first. */
    public static boolean isName(String text) {
        if (text.isEmpty() || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(FailureKind other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
