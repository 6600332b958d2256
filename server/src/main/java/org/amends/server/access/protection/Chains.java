package org.amends.server.access.protection;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.Scope;
import org.amends.server.access.token.TokenCheck;
import org.amends.server.access.token.TokenFilter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The ways into the server: what everybody may have, what a token opens, what signing in opens. Whatever is not named needs a login. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class Chains {

    /** What programs ask for, with a token. */
    private static final String[] OF_PROGRAMS = {"/v1/**", "/metrics", "/openapi.json"};

    /** What anybody may have: whether the server is well, and the parts of pages. */
    private static final String[] OF_EVERYBODY = {"/health/**", "/assets/**"};

    @Bean
    Refusals refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        return new Refusals(answers);
    }

    @Bean
    @Order(1)
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        http.securityMatcher(OF_EVERYBODY)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll());
        stateless(http);
        Headers.ofAssets(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, TokenCheck check, Refusals refusals) throws Exception {
        http.securityMatcher(OF_PROGRAMS)
                .authorizeHttpRequests(all -> all.requestMatchers("/metrics", "/openapi.json")
                        .hasAuthority(authority(Scope.READ))
                        .anyRequest()
                        .hasAnyAuthority(EnumSet.allOf(Scope.class).stream()
                                .map(Chains::authority)
                                .toArray(String[]::new)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new TokenFilter(check, refusals), SecurityContextHolderAwareRequestFilter.class);
        // No cookie is looked at, so no other site can make a browser ask in its owner's name.
        stateless(http);
        Headers.ofData(http);
        return http.build();
    }

    // Until people sign in: whoever reaches the console is its administrator.
    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        Person nobody = new Person(new UUID(0, 0), "nobody", "Nobody", Set.of(Role.ADMIN), BrandScope.ALL);
        http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .anonymous(open -> open.principal(nobody)
                        .authorities(
                                nobody.scopes().stream().map(Scope::authority).toList()))
                .addFilterBefore(new NonceFilter(), HeaderWriterFilter.class);
        Headers.ofPages(http);
        return http.build();
    }

    private static void stateless(HttpSecurity http) {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    private static String authority(Scope scope) {
        return "SCOPE_" + scope.tag();
    }
}
