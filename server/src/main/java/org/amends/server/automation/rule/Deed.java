package org.amends.server.automation.rule;

import org.amends.server.complaint.act.Act;

/** Something that a rule or a macro does. */
public sealed interface Deed {

    /** Does this to the case. */
    record Perform(Act act) implements Deed {}

    /**
     * Drafts a letter with a saved reply, for a person to read and send.
     *
     * @param reply its name
     */
    record Suggest(String reply) implements Deed {}
}
