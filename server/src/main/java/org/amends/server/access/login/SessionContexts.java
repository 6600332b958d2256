package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Tells Spring Security who is signed in, by the session's cookie. Roles and brands are read with each request, so that what is
 * taken from a person is gone at once. It stores nothing: sessions start where somebody signs in.
 */
public final class SessionContexts implements SecurityContextRepository {

    private final Sessions sessions;
    private final People people;
    private final InstantSource clock;

    SessionContexts(Sessions sessions, People people, InstantSource clock) {
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings({"deprecation", "InlineMeSuggester"}) // an older way in, which leads to the newer one
    public SecurityContext loadContext(HttpRequestResponseHolder both) {
        return loadDeferredContext(both.getRequest()).get();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(() -> context(request));
    }

    private SecurityContext context(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        login(request).ifPresent(context::setAuthentication);
        return context;
    }

    private Optional<ConsoleLogin> login(HttpServletRequest request) {
        Instant now = clock.instant();
        return SessionCookie.read(request)
                .flatMap(secret -> sessions.find(secret, now))
                .filter(Session::complete)
                .flatMap(session -> people.find(session.person())
                        .filter(Account::enabled)
                        .map(account -> new ConsoleLogin(account.person(), session)));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Sessions start where somebody signs in, and nowhere else.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return login(request).isPresent();
    }

    /** Reads at most once a request, and not at all where nobody asks. */
    private static final class Once implements DeferredSecurityContext {

        private final Supplier<SecurityContext> read;
        private @Nullable SecurityContext context;

        private Once(Supplier<SecurityContext> read) {
            this.read = read;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                known = read.get();
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
