package org.amends.server.access.protection;

import org.amends.server.access.AccessSettings;
import org.apache.catalina.valves.RemoteIpValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} from the proxies that the installation names, and from nobody
 * else: else anybody could say that they come from elsewhere, or over https.
 */
@Component
final class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final @Nullable String addresses;

    TrustedProxies(AccessSettings settings) {
        this.addresses = settings.trustedProxies();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        String trusted = addresses;
        if (trusted == null || trusted.isBlank()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(trusted);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        factory.addEngineValves(valve);
    }
}
