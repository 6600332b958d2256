package org.amends.server.watch;

import org.amends.server.diagnosis.PolicyInForce;
import org.amends.server.policy.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together that know nothing of each other. */
@Configuration(proxyBeanMethods = false)
class WatchParts {

    @Bean
    PolicyInForce policyInForce(Policies policies) {
        return () -> policies.current().policy();
    }
}
