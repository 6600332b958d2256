package org.amends.language.letter.template;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that a sentence has, and which of them its templates must use. */
public final class Signature {

    /**
     * A variable.
     *
     * @param mayBeAbsent whether a case can lack it; it then stands in square brackets
     * @param mandatory whether every template of the sentence must use it, because a letter without it would say less
     */
    record Variable(VariableType type, boolean mayBeAbsent, boolean mandatory) {}

    private final Map<String, Variable> variables = new LinkedHashMap<>();

    private Signature() {}

    /** A sentence with the variables that every sentence has. */
    static Signature sentence() {
        Signature signature = new Signature();
        for (String name : new String[] {"company", "signer", "reference"}) {
            signature.variables.put(name, new Variable(VariableType.TEXT, false, false));
        }
        for (String name : new String[] {"gender", "signer_gender"}) {
            signature.variables.put(name, new Variable(VariableType.CHOICE, false, false));
        }
        return signature;
    }

    /** A variable that is always there and that every template uses. */
    Signature with(String name, VariableType type) {
        variables.put(name, new Variable(type, false, true));
        return this;
    }

    /** A variable that a case may lack, and that every template uses. */
    Signature maybe(String name, VariableType type) {
        variables.put(name, new Variable(type, true, true));
        return this;
    }

    /** A variable that is always there, and that a template may use. */
    Signature free(String name, VariableType type) {
        variables.put(name, new Variable(type, false, false));
        return this;
    }

    Map<String, Variable> variables() {
        return variables;
    }

    /** Whether the sentence has a variable of this name. */
    public boolean has(String name) {
        return variables.containsKey(name);
    }
}
