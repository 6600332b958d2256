package org.amends.server.guard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.substitution.Guard;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guard as a part of the server. */
@Configuration(proxyBeanMethods = false)
class GuardParts {

    /**
     * With the food files of the company, which are read once, at the start.
     *
     * @param data the data folder, whose folder {@code food} has them; null where the database is elsewhere
     */
    @Bean
    Guard guard(@Value("${amends.folder:#{null}}") @Nullable Path data) {
        Path food = data == null ? null : data.resolve("food");
        return new Guard(
                FoodKnowledge.standardAnd(food != null && Files.isDirectory(food) ? List.of(food) : List.of()));
    }
}
