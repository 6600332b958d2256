package org.amends.server.access.login;

import java.time.InstantSource;
import org.amends.server.access.AccessSettings;
import org.amends.server.access.person.Administrator;
import org.amends.server.access.person.People;
import org.amends.server.audit.Audit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts signing in into the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class LoginParts implements WebMvcConfigurer {

    private final InstantSource clock;

    LoginParts(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Confirmation(clock));
    }

    @Bean
    Sessions sessions(JdbcClient sql) {
        return new Sessions(sql);
    }

    @Bean
    SessionContexts sessionContexts(Sessions sessions, People people) {
        return new SessionContexts(sessions, people, clock);
    }

    @Bean
    Hindrances hindrances(JdbcClient sql) {
        return new Hindrances(sql);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Passkeys passkeys(People people, JdbcOperations sql, AccessSettings settings) {
        return new Passkeys(people, sql, settings);
    }

    @Bean
    Ending ending(Sessions sessions, Passkeys passkeys) {
        return new Ending(sessions, passkeys);
    }

    @Bean
    CsrfTokenRepository formTokens() {
        return new FormTokens();
    }

    @Bean
    Doors doors(CsrfTokenRepository forms, AccessSettings settings, Passkeys passkeys, People people) {
        return new Doors(forms, settings, passkeys, people);
    }

    @Bean
    LoginDesk loginDesk(
            People people,
            Sessions sessions,
            Hindrances hindrances,
            Passwords passwords,
            Audit audit,
            PlatformTransactionManager transactions) {
        return new LoginDesk(
                people, sessions, hindrances, passwords, audit, new TransactionTemplate(transactions), clock);
    }

    @Bean
    OutsideLogin outsideLogin(
            People people,
            Sessions sessions,
            LoginDesk desk,
            Doors doors,
            Audit audit,
            TransactionOperations transactions,
            AccessSettings settings) {
        return new OutsideLogin(people, sessions, desk, doors, audit, transactions, clock, settings);
    }

    @Bean
    FirstEntry firstEntry(People people, Administrator administrator, AccessSettings settings) {
        return new FirstEntry(people, administrator, settings, clock);
    }
}
