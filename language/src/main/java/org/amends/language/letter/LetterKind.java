package org.amends.language.letter;

import java.util.Locale;

/** What a letter is for. */
public enum LetterKind {
    /** The complaint has arrived; who has it, and when the answer comes. */
    ACKNOWLEDGEMENT,
    /** The answer is not ready in time; why, and when it comes. */
    HOLDING_REPLY,
    /** The answer to everything, with the right to go to an outside body. */
    FINAL_RESPONSE,
    /** The company failed, and then failed again in putting it right. */
    DOUBLE_DEVIATION_APOLOGY,
    /** What was asked for is refused, with reasons. */
    REFUSAL,
    /** What was found and changed since, told well after the case was settled. */
    PROCESS_FIX_REPORT,
    /** To a customer who suffered a failure and never complained. */
    PROACTIVE_CONTACT,
    /** To a loyal customer who has had no attention. */
    THANK_YOU,
    /** The clean break, with help to move on. */
    FAREWELL;

    /** Whether a letter of this kind answers a message of the customer, and so names the day on which it came. */
    public boolean answers() {
        return switch (this) {
            case ACKNOWLEDGEMENT, HOLDING_REPLY, FINAL_RESPONSE, REFUSAL -> true;
            case DOUBLE_DEVIATION_APOLOGY, PROCESS_FIX_REPORT, PROACTIVE_CONTACT, THANK_YOU, FAREWELL -> false;
        };
    }

    /** The name as it is written in files: lower-case words joined by underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
