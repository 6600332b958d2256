package org.amends.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.amends.cli.serve.ServiceStartException;
import org.amends.format.policy.PolicyFormatException;
import org.amends.guard.food.FoodFormatException;
import org.amends.language.letter.template.TemplateFormatException;
import org.amends.language.letter.writing.UnwritableCaseException;
import org.amends.store.backup.BackupException;
import org.amends.store.embedded.EmbeddedDatabaseException;
import org.amends.store.log.EventLogException;
import org.amends.store.schema.SchemaException;

/** Tells a person why a command could not end, in a line or two, and gives the exit code. */
final class Failures {

    private static final int BAD_INPUT = 2;
    private static final int ENVIRONMENT = 3;

    private Failures() {}

    static int tell(Throwable failure, PrintWriter err, boolean debug) {
        if (failure instanceof PolicyFormatException
                || failure instanceof FoodFormatException
                || failure instanceof TemplateFormatException
                || failure instanceof UnwritableCaseException) {
            err.println(failure.getMessage());
            err.flush();
            return BAD_INPUT;
        }
        if (failure instanceof EmbeddedDatabaseException
                || failure instanceof EventLogException
                || failure instanceof SchemaException
                || failure instanceof BackupException
                || failure instanceof ServiceStartException) {
            err.println(failure.getMessage());
        } else if (failure instanceof OutOfMemoryError) {
            err.println("out of memory.");
            err.println("Maybe give it more: AMENDS_HEAP=4g ./amends ...");
        } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            err.println("a file or stream failed: %s.".formatted(told(failure)));
            err.println("Maybe the disk is full, or the reader of a pipe has gone.");
        } else {
            err.println(
                    "unexpected: %s. Maybe this is a mistake in Amends: --debug shows where.".formatted(told(failure)));
        }
        if (debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ENVIRONMENT;
    }

    private static String told(Throwable failure) {
        String message = failure.getMessage();
        String oneLine =
                message == null ? "" : message.strip().replaceAll("\\s+", " ").replaceAll("\\.+$", "");
        return oneLine.isEmpty()
                ? failure.getClass().getSimpleName()
                : "%s (%s)".formatted(oneLine, failure.getClass().getSimpleName());
    }
}
