package org.amends.server.access.login;

import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import org.amends.server.access.AccessSettings;
import org.amends.server.access.person.Administrator;
import org.amends.server.access.person.People;
import org.amends.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** Prints a link by which the administrator gets in, as long as there is none who can. It goes to the terminal, not to the log. */
final class FirstEntry {

    private final People people;
    private final Administrator administrator;
    private final AccessSettings settings;
    private final InstantSource clock;

    FirstEntry(People people, Administrator administrator, AccessSettings settings, InstantSource clock) {
        this.people = people;
        this.administrator = administrator;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (people.hasAdministrator()
                || !(event.getApplicationContext() instanceof ServletWebServerApplicationContext served)
                || served.getWebServer() == null) {
            return;
        }
        @Nullable URI publicUrl = settings.publicUrl();
        String base = publicUrl == null
                ? "http://localhost:" + served.getWebServer().getPort()
                : publicUrl.toString().replaceAll("/+$", "");
        String path = administrator.link(Audit.SYSTEM, clock.instant());
        PrintStream terminal = System.out;
        terminal.println("Choose the administrator's password here, within 24 hours and once:");
        terminal.println("  " + base + path);
        terminal.flush();
    }
}
