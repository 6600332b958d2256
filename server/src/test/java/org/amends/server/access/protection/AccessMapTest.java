package org.amends.server.access.protection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.amends.server.access.Browser;
import org.amends.server.access.Role;
import org.amends.server.access.Scope;
import org.amends.server.access.Served;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks everything that the server answers, as Spring knows it, so that nothing new is open by oversight. */
class AccessMapTest {

    /** What anybody may ask for. Whoever adds a line says why. */
    private static final Set<String> PUBLIC = Set.of(
            // whether the server is well
            "/health/live",
            "/health/ready",
            // signing in
            "/login",
            "/login/second",
            "/login/link/{secret}",
            "/login/passkey",
            "/login/passkey/options",
            // the language and light of the login page
            "/preferences",
            // what went wrong is told without a login
            "/complain",
            // each asks for the secret key of the case
            "/status/{reference}",
            "/status/{reference}/messages",
            "/status/{reference}/accept",
            "/status/{reference}/reject",
            "/status/{reference}/survey",
            "/status/{reference}/preferences",
            // Spring's page for what went wrong; it shows nothing that was asked for
            "${server.error.path:${error.path:/error}}",
            "/error");

    /** What needs a login and no right besides: one's own account. */
    private static final Set<String> OF_EVERY_PERSON = Set.of(
            "/confirm",
            "/logout",
            "/account",
            "/account/password",
            "/account/totp",
            "/account/totp/remove",
            "/account/recovery-codes",
            "/account/passkeys",
            "/account/passkeys/options",
            "/account/passkeys/remove",
            "/account/sessions/end",
            "/account/sessions/end-others");

    private record Mapping(RequestMethod method, String pattern, HandlerMethod handler) {

        String path() {
            String path = pattern.replaceAll("\\{\\*?[^}]*}", "00000000-0000-0000-0000-000000000000");
            // Where a parameter names the customer, a request without it is refused before its rights are looked at.
            return pattern.startsWith("/v1/customer/") ? path + "?customer=nobody" : path;
        }

        boolean ofPrograms() {
            return pattern.startsWith("/v1/") || pattern.equals("/metrics") || pattern.equals("/openapi.json");
        }
    }

    private static Served served;
    private static List<Mapping> mappings;

    @BeforeAll
    static void start() {
        served = new Served();
        mappings = WebApplicationContextUtils.getRequiredWebApplicationContext(served.part(ServletContext.class))
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .stream()
                .flatMap(each -> each.getHandlerMethods().entrySet().stream())
                .flatMap(each -> mappings(each.getKey(), each.getValue()))
                .toList();
    }

    private static Stream<Mapping> mappings(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? Set.of(RequestMethod.GET)
                : info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> new Mapping(method, pattern, handler)));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static HttpResponse<String> ask(Mapping mapping, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(served.at(mapping.path()))
                .method(mapping.method().name(), HttpRequest.BodyPublishers.noBody());
        return served.send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    @Test
    void letsNobodyInWithoutALoginButToThePublicPages() {
        List<String> open = new ArrayList<>();
        for (Mapping mapping : mappings) {
            int status = ask(mapping).statusCode();
            String location = ask(mapping).headers().firstValue("location").orElse("");
            boolean shut = mapping.ofPrograms()
                    ? status == 401
                    : status == 403 || (status == 302 && location.contains("/login"));
            if (!shut && !PUBLIC.contains(mapping.pattern())) {
                open.add("%s %s answered %d".formatted(mapping.method(), mapping.pattern(), status));
            }
        }

        assertThat(mappings).hasSizeGreaterThan(30);
        assertThat(open).isEmpty();
    }

    @Test
    void asksForARightWhereverMoreThanOnesOwnAccountIsAtStake() {
        Set<String> unguarded = new TreeSet<>();
        for (Mapping mapping : mappings) {
            boolean guarded = AnnotatedElementUtils.hasAnnotation(
                            mapping.handler().getMethod(), PreAuthorize.class)
                    || AnnotatedElementUtils.hasAnnotation(mapping.handler().getBeanType(), PreAuthorize.class);
            boolean byChain =
                    mapping.pattern().equals("/metrics") || mapping.pattern().equals("/openapi.json");
            if (!guarded
                    && !byChain
                    && !PUBLIC.contains(mapping.pattern())
                    && !OF_EVERY_PERSON.contains(mapping.pattern())) {
                unguarded.add(mapping.pattern());
            }
        }

        assertThat(unguarded).isEmpty();
    }

    @Test
    void opensToATokenWithoutTheScopeNothingThatChanges() {
        String token = served.token(Scope.READ);
        List<String> open = new ArrayList<>();
        for (Mapping mapping : mappings) {
            if (mapping.ofPrograms() && mapping.method() == RequestMethod.DELETE) {
                int status = ask(mapping, "Authorization", "Bearer " + token).statusCode();
                if (status != 403) {
                    open.add("%s answered %d".formatted(mapping.pattern(), status));
                }
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void showsEachRoleWhatItMayAndNoMore() {
        Map<Role, Browser> browsers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Browser browser = served.browser();
            var unused = browser.enter("matrix-" + role.tag(), role);
            browsers.put(role, browser);
        }

        assertThat(seen(browsers, "/people")).containsExactly(Role.ADMIN);
        assertThat(seen(browsers, "/people/new")).containsExactly(Role.ADMIN);
        assertThat(seen(browsers, "/audit")).containsExactly(Role.ADMIN);
        assertThat(seen(browsers, "/audit/export")).containsExactly(Role.ADMIN);
        assertThat(seen(browsers, "/people/tokens")).containsExactly(Role.ADMIN, Role.INTEGRATOR);
        assertThat(seen(browsers, "/people/tokens/new")).containsExactly(Role.ADMIN, Role.INTEGRATOR);
        assertThat(seen(browsers, "/account")).containsExactly(Role.values());
    }

    private static List<Role> seen(Map<Role, Browser> browsers, String path) {
        return browsers.entrySet().stream()
                .filter(each -> each.getValue().get(path).statusCode() == 200)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void looksAtNoCookieWhereProgramsCome() {
        Browser browser = served.browser();
        var unused = browser.enter("cookie-admin", Role.ADMIN);

        assertThat(browser.get("/v1/audit").statusCode()).isEqualTo(401);
    }

    @Test
    void looksAtNoTokenWherePeopleCome() {
        assertThat(served.get("/audit", "Authorization", "Bearer " + served.token(Scope.ADMIN))
                        .statusCode())
                .isEqualTo(302);
    }
}
