package org.amends.server;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.amends.server.operation.Watching;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The service in this process: events in, relationships out, a console for people.
 *
 * <p>Everything below this package is found by Spring; what a package offers to others is its public types.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class AmendsServer {

    /** A server that listens until it is closed. Closing waits for requests in flight and for what they wrote. */
    public static final class Running implements AutoCloseable {

        private final ServletWebServerApplicationContext context;

        private Running(ServletWebServerApplicationContext context) {
            this.context = context;
        }

        /** The port it listens on, also when any free one was asked for. */
        public int port() {
            return Objects.requireNonNull(context.getWebServer(), "closed").getPort();
        }

        /** A part of the running server, for tests and for what starts beside it. */
        public <T> T part(Class<T> type) {
            return context.getBean(type);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /**
     * Starts to serve.
     *
     * @throws RuntimeException when the port is taken or the database cannot be reached
     */
    public static Running start(ServerSettings settings) {
        return start(settings, InstantSource.system());
    }

    /**
     * The same.
     *
     * @param clock the one clock of the server; whatever needs the time is given it
     */
    public static Running start(ServerSettings settings, InstantSource clock) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.host());
        properties.put("spring.datasource.url", settings.database().url());
        properties.put("spring.datasource.username", settings.database().user());
        properties.put("spring.datasource.password", settings.database().password());
        if (settings.data() != null) {
            properties.put("amends.folder", settings.data().toString());
        }
        return new Running((ServletWebServerApplicationContext) new SpringApplicationBuilder(AmendsServer.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                // Whoever started it closes it, before the database that it works on.
                .registerShutdownHook(false)
                .properties(Watching.settings(System.getenv(), Boolean.getBoolean("amends.terminal")))
                // Before the environment: a variable that happens to be called so must not move the server.
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("start", properties));
                    context.getBeanFactory().registerSingleton("clock", clock);
                })
                .run());
    }
}
