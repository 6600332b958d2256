package org.amends.server.operation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.amends.store.log.GroupCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The parts that must be able to work: the database, the writer of the log, the disk. */
@Configuration(proxyBeanMethods = false)
class ReadinessParts {

    /** Below this PostgreSQL soon stops to write. */
    private static final long LEAST_FREE_BYTES = 100L << 20;

    private static final int PATIENCE_SECONDS = 2;

    private record Part(String part, Look look) implements Readiness {
        interface Look {
            @Nullable
            String trouble();
        }

        @Override
        public @Nullable String trouble() {
            return look.trouble();
        }
    }

    @Bean
    @Order(1)
    Readiness databaseReadiness(DataSource database) {
        return new Part("database", () -> {
            try (Connection connection = database.getConnection()) {
                return connection.isValid(PATIENCE_SECONDS)
                        ? null
                        : "no answer within %d s".formatted(PATIENCE_SECONDS);
            } catch (SQLException failure) {
                return String.valueOf(failure.getMessage());
            }
        });
    }

    @Bean
    @Order(2)
    Readiness logReadiness(ObjectProvider<GroupCommit> writers) {
        return new Part("log", () -> {
            @Nullable GroupCommit writer = writers.getIfAvailable();
            return writer == null || writer.isWriting() ? null : "the thread that writes the log has ended";
        });
    }

    @Bean
    @Order(3)
    Readiness diskReadiness(@Value("${amends.folder:#{null}}") @Nullable Path data) {
        return new Part("disk", () -> {
            long free = data == null ? Long.MAX_VALUE : data.toFile().getUsableSpace();
            return free >= LEAST_FREE_BYTES ? null : "%s has %d MB free".formatted(data, free >> 20);
        });
    }
}
