package org.amends.server.access.person;

import org.amends.server.audit.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts people into the server. */
@Configuration(proxyBeanMethods = false)
class PersonParts {

    @Bean
    People people(JdbcClient sql) {
        return new People(sql);
    }

    @Bean
    EntryLinks entryLinks(JdbcClient sql) {
        return new EntryLinks(sql);
    }

    @Bean
    Administrator administrator(People people, EntryLinks links, Audit audit, PlatformTransactionManager transactions) {
        return new Administrator(people, links, audit, new TransactionTemplate(transactions));
    }
}
