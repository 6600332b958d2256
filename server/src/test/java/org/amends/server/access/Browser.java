package org.amends.server.access;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amends.server.access.person.EntryLinks;
import org.amends.server.access.person.People;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a browser does without its scripts: keeps cookies, follows no redirects, sends the hidden fields of forms. */
public final class Browser {

    public static final String PASSWORD = "gravel teapot unanimous 9";

    private final Served served;
    private final CookieManager cookies;
    private final HttpClient client;

    Browser(Served served, CookieManager cookies) {
        this.served = served;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Adds a person with this role and signs in as them. */
    public Person enter(String login, Role... roles) {
        Instant now = Instant.now();
        Person person = served.part(People.class).add(login, login, Set.of(roles), BrandScope.ALL, now);
        String link = served.part(EntryLinks.class).make(person.id(), now);
        HttpResponse<String> answer = post(link, "name", login, "password", PASSWORD);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("Not in: " + answer.statusCode() + answer.body());
        }
        return person;
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(served.at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Served.send(client, request.build());
    }

    /** Sends a form, with the token against forged forms that the login page, or any other, hands out. */
    public HttpResponse<String> post(String path, String... fields) {
        return send(path, formToken(), fields);
    }

    /** Sends a form without that token. */
    public HttpResponse<String> forged(String path, String... fields) {
        return send(path, "", fields);
    }

    private HttpResponse<String> send(String path, String token, String... fields) {
        String form = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> encoded(fields[2 * i]) + "=" + encoded(fields[2 * i + 1]))
                .collect(Collectors.joining("&"));
        return Served.send(
                client,
                HttpRequest.newBuilder(served.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                token.isEmpty() ? form : form + "&_csrf=" + encoded(token)))
                        .build());
    }

    /** The token against forged forms. */
    public String formToken() {
        Element meta = Jsoup.parse(get("/login").body()).selectFirst("meta[name=csrf]");
        return meta == null ? "" : meta.attr("content");
    }

    /** The value of a cookie, or empty. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Sets a cookie as an attacker would plant it. */
    public void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(served.at("/"), cookie);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
