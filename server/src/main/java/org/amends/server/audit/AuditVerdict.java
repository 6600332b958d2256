package org.amends.server.audit;

/** What walking the whole audit log showed. */
public sealed interface AuditVerdict {

    /**
     * Every entry follows from the one before.
     *
     * @param entries how many there are
     * @param erased how many lost their content because a person was erased
     * @param head the hash of the last one, in hexadecimal digits; kept elsewhere, it shows later that nothing was cut off
     */
    record Intact(long entries, long erased, String head) implements AuditVerdict {}

    /**
     * Something was changed.
     *
     * @param sequence the first entry that does not fit
     * @param reason what does not fit
     */
    record Broken(long sequence, String reason) implements AuditVerdict {}
}
