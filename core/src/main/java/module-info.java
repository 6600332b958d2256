/** The heart of Amends: events, the fold over them, and the diagnosis. It has no I/O, no clock and no randomness. */
@org.jspecify.annotations.NullMarked
module org.amends.core {
    requires static transitive org.jspecify;

    exports org.amends.event;
    exports org.amends.money;
    exports org.amends.policy;
    exports org.amends.failure;
    exports org.amends.fairness;
    exports org.amends.relationship;
    exports org.amends.recovery;
    exports org.amends.complaint;
    exports org.amends.deadline;
    exports org.amends.promise;
}
