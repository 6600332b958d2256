package org.amends.server.automation.reply;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Something about a case that a saved reply names in braces, for example <code>{customer_name}</code>. */
public enum ReplyVariable {
    /** As the customer signs. */
    CUSTOMER_NAME(Type.NAME),
    REFERENCE(Type.WORD),
    SUBJECT(Type.WORD),
    /** Of the person who handles the case. */
    OWNER_NAME(Type.NAME),
    COMPANY_NAME(Type.NAME),
    /** The company's address of mail for questions. */
    COMPANY_EMAIL(Type.WORD),
    /** When the complaint arrived. */
    OPENED_ON(Type.DATE),
    TODAY(Type.DATE),
    /** By when the answer is due by the clocks of the case. */
    ANSWER_BY(Type.DATE),
    /** What the customer lost. */
    LOSS(Type.MONEY);

    /** How it is written. Dates and money are written as the language of the letter does. */
    public enum Type {
        NAME,
        WORD,
        DATE,
        MONEY
    }

    private static final List<String> NAMES =
            Arrays.stream(values()).map(ReplyVariable::stableName).toList();

    private final Type type;

    ReplyVariable(Type type) {
        this.type = type;
    }

    /** What it is. */
    public Type type() {
        return type;
    }

    /** The name between the braces. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names. */
    public static List<String> names() {
        return NAMES;
    }
}
