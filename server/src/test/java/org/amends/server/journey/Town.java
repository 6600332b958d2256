package org.amends.server.journey;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.amends.complaint.Complaint;
import org.amends.server.Happenings;
import org.amends.server.access.Scope;
import org.amends.server.access.Served;
import org.amends.server.complaint.Cases;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A company with its server, its mailbox and its customers' mailboxes, all on one clock that the tests move. One for all
 * journeys of this JVM; they keep apart by their customers.
 */
final class Town implements AutoCloseable {

    /** Where the company is written to. */
    static final String CARE = "care@northlight.example";

    /** Under which address the world reaches the server, as links in mails say. */
    static final String WORLD = "http://care.northlight.example";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COMPANY = """
            {"brand": "", "sender": "%s", "reply_to": "%s", "zone": "Europe/Paris", "undo_seconds": 60,
             "company": {"name": "Northlight", "signer": {"name": "Julie Moreau", "gender": "female",
               "role": {"en": "customer care", "fr": "service clients", "es": "atención al cliente", "ru": "служба заботы"}},
              "contact": {"email": "%s"}}}""".formatted(CARE, CARE, CARE);

    private static Town only;

    private volatile Duration ahead = Duration.ZERO;
    private final InstantSource clock = () -> Instant.now().plus(ahead);
    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final GreenMailUser care;
    private final Served served;
    private final String token;

    /** Opens the town before the first test that needs it. */
    static final class Use implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            Town ignored = running();
        }
    }

    private Town() {
        mail.start();
        care = mail.setUser(CARE, CARE, "secret");
        Map<String, String> settings = settings();
        settings.forEach(System::setProperty);
        try {
            served = new Served(clock);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        token = served.token(Scope.READ, Scope.WRITE, Scope.ADMIN, Scope.INGEST);
        var unused = send("PUT", "/v1/letter-companies", COMPANY);
    }

    static synchronized Town running() {
        if (only == null) {
            only = new Town();
            Runtime.getRuntime().addShutdownHook(new Thread(only::close, "close-town"));
        }
        return only;
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("amends.public-url", WORLD),
                Map.entry("amends.webhook.private-targets", "true"),
                Map.entry("amends.mail.in[0].name", "care"),
                Map.entry("amends.mail.in[0].host", "127.0.0.1"),
                Map.entry(
                        "amends.mail.in[0].port", String.valueOf(mail.getImap().getPort())),
                Map.entry("amends.mail.in[0].tls", "none"),
                Map.entry("amends.mail.in[0].user", CARE),
                Map.entry("amends.mail.in[0].password", "secret"),
                Map.entry("amends.mail.in[0].poll-every", "2s"),
                Map.entry("amends.mail.out.host", "127.0.0.1"),
                Map.entry("amends.mail.out.port", String.valueOf(mail.getSmtp().getPort())),
                Map.entry("amends.mail.out.tls", "none"));
    }

    Served served() {
        return served;
    }

    Instant now() {
        return clock.instant();
    }

    /** Lets time pass. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Does now what the server does every few minutes: the rounds of this class. */
    void round(String name) {
        List<Runnable> rounds = served.part(ScheduledTaskHolder.class).getScheduledTasks().stream()
                .map(each -> each.getTask().getRunnable())
                .filter(each -> each.toString().contains("." + name + "."))
                .toList();
        if (rounds.size() != 1) {
            throw new IllegalStateException("There are %d rounds of %s.".formatted(rounds.size(), name));
        }
        rounds.getFirst().run();
    }

    /** Puts a mail into the company's mailbox. */
    void deliver(MimeMessage message) {
        try {
            mail.getManagers()
                    .getImapHostManager()
                    .getInbox(care)
                    .appendMessage(message, new Flags(), Date.from(now()));
        } catch (FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The mails that this customer got, oldest first. */
    List<MimeMessage> inbox(String address) {
        GreenMailUser user = mail.getManagers().getUserManager().getUserByEmail(address);
        if (user == null) {
            return List.of();
        }
        try {
            List<MimeMessage> all = new ArrayList<>();
            for (StoredMessage each :
                    mail.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                all.add(each.getMimeMessage());
            }
            return all;
        } catch (FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The mail that this customer got last, once there are so many. */
    Got got(String address, int mails) {
        Happenings.until(
                "%s gets %d mails".formatted(address, mails),
                () -> inbox(address).size() >= mails);
        List<MimeMessage> all = inbox(address);
        if (all.size() > mails) {
            throw new AssertionError("%s got %d mails, not %d.".formatted(address, all.size(), mails));
        }
        return Got.of(all.getLast());
    }

    /** The reference of the only case of this customer, once it is there. */
    String caseOf(String address) {
        Happenings.until(
                "%s has a case".formatted(address), () -> !references(address).isEmpty());
        List<String> all = references(address);
        if (all.size() > 1) {
            throw new AssertionError("%s has the cases %s.".formatted(address, all));
        }
        return all.getFirst();
    }

    /** The case as it stands. */
    Complaint complaint(String reference) {
        return served.part(Cases.class).state(reference).orElseThrow();
    }

    private List<String> references(String address) {
        return get("/v1/cases?stage=all&customer=" + address)
                .get("items")
                .valueStream()
                .map(each -> each.get("reference").stringValue())
                .toList();
    }

    JsonNode get(String path) {
        return send("GET", path, "");
    }

    /** Asks the API as the company's programs do. */
    JsonNode send(String method, String path, String body) {
        HttpResponse<String> answer = ask(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new AssertionError("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    /** The same, whatever the answer is. */
    HttpResponse<String> ask(String method, String path, String body) {
        return served.send(HttpRequest.newBuilder(served.at(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Override
    public void close() {
        served.close();
        mail.stop();
    }
}
