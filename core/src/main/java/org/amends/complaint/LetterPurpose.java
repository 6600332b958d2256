package org.amends.complaint;

/** What a letter to the customer is for. */
public enum LetterPurpose {
    ACKNOWLEDGEMENT,
    HOLDING_REPLY,
    FINAL_RESPONSE,
    DOUBLE_DEVIATION_APOLOGY,
    REFUSAL,
    PROCESS_FIX_REPORT,
    PROACTIVE_CONTACT,
    THANK_YOU,
    FAREWELL,
    /** A question, a message between stages, a survey. */
    MESSAGE;

    /** Whether it is the company's answer to the complaint. */
    public boolean answers() {
        return this == FINAL_RESPONSE || this == DOUBLE_DEVIATION_APOLOGY || this == REFUSAL || this == FAREWELL;
    }
}
