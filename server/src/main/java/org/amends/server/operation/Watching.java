package org.amends.server.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;

/** The settings of log and tracing that depend on where the server runs. */
public final class Watching {

    private Watching() {}

    /**
     * Settings to start with.
     *
     * @param environment the variables of the process
     * @param terminal whether a person reads along; a program is given JSON in the Elastic Common Schema
     */
    public static Map<String, Object> settings(Map<String, String> environment, boolean terminal) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (!terminal) {
            settings.put("logging.structured.format.console", "ecs");
        }
        boolean traced = isTraced(environment);
        settings.put("management.opentelemetry.enabled", traced);
        if (!traced) {
            // Else each request would begin and end a span that nobody takes.
            settings.put("spring.autoconfigure.exclude", MicrometerTracingAutoConfiguration.class.getName());
        }
        return settings;
    }

    /** Traces are made only where somebody takes them. */
    private static boolean isTraced(Map<String, String> environment) {
        @Nullable String all = environment.get("OTEL_EXPORTER_OTLP_ENDPOINT");
        @Nullable String traces = environment.get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
        return (all != null && !all.isBlank()) || (traces != null && !traces.isBlank());
    }
}
