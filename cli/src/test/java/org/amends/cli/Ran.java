package org.amends.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command that has run.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Ran(int code, String out, String err) {

    /** Runs a command as a person types it, within this process. */
    public static Ran amends(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] typed = new String[arguments.length];
        for (int i = 0; i < typed.length; i++) {
            typed[i] = arguments[i].toString();
        }
        int code = Amends.execute(new PrintWriter(out), new PrintWriter(err), typed);
        return new Ran(code, out.toString(), err.toString());
    }
}
