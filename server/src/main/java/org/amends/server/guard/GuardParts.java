package org.amends.server.guard;

import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.substitution.Guard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guard as a part of the server. */
@Configuration(proxyBeanMethods = false)
class GuardParts {

    @Bean
    Guard guard() {
        return new Guard(FoodKnowledge.standard());
    }
}
