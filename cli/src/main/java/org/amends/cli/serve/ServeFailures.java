package org.amends.cli.serve;

import java.net.BindException;
import org.amends.guard.food.FoodFormatException;
import org.amends.store.embedded.EmbeddedDatabaseException;
import org.amends.store.schema.SchemaException;
import org.jspecify.annotations.Nullable;

/** Finds, in what made a start fail, the part that a person can do something about. */
final class ServeFailures {

    private ServeFailures() {}

    static RuntimeException told(Throwable failure, String host, int port) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EmbeddedDatabaseException
                    || cause instanceof SchemaException
                    || cause instanceof FoodFormatException) {
                return (RuntimeException) cause;
            }
            if (cause instanceof BindException
                    || cause.getClass().getSimpleName().equals("PortInUseException")) {
                return new ServiceStartException(
                        "%s:%d cannot be listened on: %s.%nName another with --port, or --port 0 for any free one."
                                .formatted(host, port, reason(cause)),
                        failure);
            }
        }
        return failure instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(failure);
    }

    private static String reason(Throwable cause) {
        return cause instanceof BindException bind
                        && !String.valueOf(bind.getMessage()).contains("in use")
                ? String.valueOf(bind.getMessage())
                : "another program has that port";
    }
}
