package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.amends.server.access.OwnPath;
import org.amends.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which people sign in and out. */
@Controller
class LoginPages {

    private final LoginDesk desk;
    private final Sessions sessions;
    private final Doors doors;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    LoginPages(
            LoginDesk desk,
            Sessions sessions,
            Doors doors,
            Audit audit,
            TransactionOperations transactions,
            InstantSource clock) {
        this.desk = desk;
        this.sessions = sessions;
        this.doors = doors;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/login")
    ModelAndView form(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String why) {
        return page(request, OwnPath.of(next), "", why == null ? null : Entrance.Trouble.of(why), 0);
    }

    @PostMapping("/login")
    ModelAndView enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String next) {
        String there = OwnPath.of(next);
        return switch (desk.password(login, password, Client.of(request))) {
            case Entry.In in -> doors.through(request, response, in.secret(), there);
            case Entry.HalfWay half -> {
                SessionCookie.write(request, response, half.secret());
                yield new ModelAndView("redirect:" + withNext("/login/second", there));
            }
            case Entry.Refused ignored ->
                answered(response, 401, page(request, there, login, Entrance.Trouble.REFUSED, 0));
            case Entry.Wait wait ->
                answered(
                        response,
                        HttpStatus.TOO_MANY_REQUESTS.value(),
                        page(
                                request,
                                there,
                                login,
                                Entrance.Trouble.WAIT,
                                wait.left().toSeconds() + 1));
        };
    }

    @GetMapping("/login/second")
    ModelAndView secondForm(HttpServletRequest request, @RequestParam(required = false) @Nullable String next) {
        return halfWay(request).isPresent()
                ? second(OwnPath.of(next), null, 0)
                : new ModelAndView("redirect:" + withNext("/login", OwnPath.of(next)));
    }

    @PostMapping("/login/second")
    ModelAndView second(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String code,
            @RequestParam(required = false) @Nullable String next) {
        String there = OwnPath.of(next);
        Optional<Session> half = halfWay(request);
        if (half.isEmpty()) {
            return new ModelAndView("redirect:" + withNext("/login", there));
        }
        return switch (desk.second(half.get(), code, Client.of(request))) {
            case Entry.In in -> doors.through(request, response, in.secret(), there);
            case Entry.HalfWay ignored -> second(there, Entrance.Trouble.REFUSED, 0);
            case Entry.Refused ignored -> answered(response, 401, second(there, Entrance.Trouble.REFUSED, 0));
            case Entry.Wait wait ->
                answered(
                        response,
                        HttpStatus.TOO_MANY_REQUESTS.value(),
                        second(there, Entrance.Trouble.WAIT, wait.left().toSeconds() + 1));
        };
    }

    @GetMapping("/confirm")
    ModelAndView confirmForm(HttpServletRequest request, @RequestParam(required = false) @Nullable String next) {
        return confirmation(request, OwnPath.of(next), null, 0);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String proof,
            @RequestParam(required = false) @Nullable String next) {
        String there = OwnPath.of(next);
        ConsoleLogin login = login();
        return switch (desk.again(login.getPrincipal(), login.session(), proof, Client.of(request))) {
            case Entry.In in -> doors.through(request, response, in.secret(), there);
            case Entry.HalfWay ignored -> confirmation(request, there, Entrance.Trouble.REFUSED, 0);
            case Entry.Refused ignored ->
                answered(response, 401, confirmation(request, there, Entrance.Trouble.REFUSED, 0));
            case Entry.Wait wait ->
                answered(
                        response,
                        HttpStatus.TOO_MANY_REQUESTS.value(),
                        confirmation(
                                request,
                                there,
                                Entrance.Trouble.WAIT,
                                wait.left().toSeconds() + 1));
        };
    }

    @PostMapping("/logout")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        ConsoleLogin login = login();
        transactions.executeWithoutResult(status -> {
            sessions.end(login.getPrincipal().id(), login.session().id());
            audit.record(
                    login.getPrincipal().actor(),
                    "person.signed_out",
                    login.getPrincipal().actor(),
                    Map.of());
        });
        doors.close(request, response);
        return "redirect:/login?why=left";
    }

    private ModelAndView page(
            HttpServletRequest request, String next, String login, Entrance.@Nullable Trouble trouble, long wait) {
        return new ModelAndView("access/login/login")
                .addObject(
                        "entrance", new Entrance(next, login, trouble, wait, doors.outside(), doors.passkeys(request)));
    }

    private static ModelAndView second(String next, Entrance.@Nullable Trouble trouble, long wait) {
        return new ModelAndView("access/login/second")
                .addObject("entrance", new Entrance(next, "", trouble, wait, null, false));
    }

    private ModelAndView confirmation(
            HttpServletRequest request, String next, Entrance.@Nullable Trouble trouble, long wait) {
        ConsoleLogin login = login();
        boolean passkeys = doors.passkeys(request) && doors.hasPasskey(login.getPrincipal());
        return new ModelAndView("access/login/confirm")
                .addObject("entrance", new Entrance(next, login.getPrincipal().login(), trouble, wait, null, passkeys))
                .addObject("proof", doors.proof(login.getPrincipal().id()));
    }

    private Optional<Session> halfWay(HttpServletRequest request) {
        Instant now = clock.instant();
        return SessionCookie.read(request)
                .flatMap(secret -> sessions.find(secret, now))
                .filter(session -> !session.complete());
    }

    private static ConsoleLogin login() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ConsoleLogin login) {
            return login;
        }
        throw new IllegalStateException("Nobody is signed in; the page must be guarded.");
    }

    private static ModelAndView answered(HttpServletResponse response, int status, ModelAndView page) {
        response.setStatus(status);
        return page;
    }

    private static String withNext(String path, String next) {
        return next.equals("/")
                ? path
                : path + "?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
    }
}
