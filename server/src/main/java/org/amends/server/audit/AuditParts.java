package org.amends.server.audit;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the audit log into the server. */
@Configuration(proxyBeanMethods = false)
class AuditParts {

    @Bean
    Audit audit(JdbcClient sql, InstantSource clock) {
        return new Audit(sql, clock);
    }

    @Bean
    AuditCheck auditCheck(JdbcClient sql) {
        return new AuditCheck(sql);
    }

    @Bean
    AuditExport auditExport(JdbcClient sql) {
        return new AuditExport(sql);
    }

    @Bean
    AuditLog auditLog(JdbcClient sql) {
        return new AuditLog(sql);
    }
}
