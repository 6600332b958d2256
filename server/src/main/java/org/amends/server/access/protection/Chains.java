package org.amends.server.access.protection;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.amends.server.access.AccessSettings;
import org.amends.server.access.Scope;
import org.amends.server.access.login.OutsideLogin;
import org.amends.server.access.login.SessionContexts;
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
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
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

    /** The pages of customers, who have no login: what a form is told, and what a secret link opens. */
    private static final String[] OF_CUSTOMERS = {"/complain", "/status/**"};

    /** The pages on which people sign in, and the language and light that they are shown in. */
    private static final String[] TO_SIGN_IN = {"/login", "/login/**", "/preferences"};

    /** One measure a request is enough: wrapping each filter and each check to be measured costs more than they do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Refusals refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        return new Refusals(answers);
    }

    @Bean
    @Order(1)
    SecurityFilterChain chainOfEverybody(HttpSecurity http) throws Exception {
        http.securityMatcher(OF_EVERYBODY)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll());
        stateless(http);
        Headers.ofAssets(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain chainOfPrograms(HttpSecurity http, TokenCheck check, Refusals refusals) throws Exception {
        String[] anyScope = Arrays.stream(Scope.values())
                .map(scope -> "SCOPE_" + scope.tag())
                .toArray(String[]::new);
        http.securityMatcher(OF_PROGRAMS)
                .authorizeHttpRequests(all -> all.requestMatchers("/metrics", "/openapi.json")
                        .hasAuthority("SCOPE_read")
                        .anyRequest()
                        .hasAnyAuthority(anyScope))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new TokenFilter(check, refusals), SecurityContextHolderAwareRequestFilter.class);
        // No cookie is looked at, so no other site can make a browser ask in its owner's name.
        stateless(http);
        Headers.ofData(http);
        return http.build();
    }

    /**
     * No cookie is looked at or set, so nobody is anybody here and there is nothing that a forged form could use: it could do
     * only what its sender can do as well.
     */
    @Bean
    @Order(3)
    SecurityFilterChain chainOfCustomers(HttpSecurity http) throws Exception {
        http.securityMatcher(OF_CUSTOMERS)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .addFilterBefore(new NonceFilter(), HeaderWriterFilter.class);
        stateless(http);
        Headers.ofPages(http);
        return http.build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain chainOfPeople(
            HttpSecurity http,
            SessionContexts contexts,
            CsrfTokenRepository forms,
            OutsideLogin outside,
            AccessSettings settings)
            throws Exception {
        Entrances entrances = new Entrances();
        http.authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(TO_SIGN_IN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .securityContext(who -> who.securityContextRepository(contexts))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.csrfTokenRepository(forms))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(entrances).accessDeniedHandler(entrances))
                .addFilterBefore(new NonceFilter(), HeaderWriterFilter.class);
        AccessSettings.Oidc oidc = settings.oidc();
        if (oidc != null) {
            comeByProvider(http, new IdentityProvider(oidc), outside);
        }
        Headers.ofPages(http);
        return http.build();
    }

    private static void comeByProvider(HttpSecurity http, ClientRegistrationRepository provider, OutsideLogin outside) {
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(provider, "/login/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.clientRegistrationRepository(provider)
                .loginPage("/login")
                .authorizationEndpoint(start -> start.authorizationRequestResolver(requests))
                .successHandler(outside)
                .failureHandler(outside));
    }

    private static void stateless(HttpSecurity http) {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }
}
