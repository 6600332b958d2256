package org.amends.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.amends.complaint.CaseOutcome;
import org.amends.server.Happenings;
import org.amends.server.access.Role;
import org.amends.server.console.Chromium;
import org.amends.story.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer to whom the brand was a part of themselves, who left betrayed: the company ends it decently and keeps silent. */
@ExtendWith({Town.Use.class, Chromium.class})
class PartingJourneyTest {

    private static final Duration TO_THINK = Duration.ofDays(8);

    private final Town town = Town.running();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private HttpServer channel;

    /** A channel of the company that sends offers, and has to stop. */
    @BeforeEach
    void listen() throws IOException {
        channel = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        channel.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        channel.start();
        var ignored = town.send(
                "POST", "/v1/webhooks", """
                {"url": "http://127.0.0.1:%d/", "types": ["org.amends.relationship.parted", "org.amends.relationship.peace_broken"]}""".formatted(channel.getAddress().getPort()));
    }

    @AfterEach
    void hangUp() {
        channel.stop(0);
    }

    private Complainant betrayed() {
        Complainant customer = new Complainant(town, "Paula Whitman");
        List<String> events = new ArrayList<>(customer.purchases(60, "40", "GBP"));
        events.add(customer.event("membership_changed", 1_000, "\"kind\": \"gold\""));
        for (int i = 0; i < 12; i++) {
            events.add(customer.event("advocacy", 20 + 10 * i, ""));
            events.add(customer.event("engagement", 15 + 10 * i, "\"kind\": \"community\""));
        }
        events.add(
                customer.event("failure", 6, "\"kind\": \"privacy_breach\", \"ref\": \"order-0\", \"severity\": 0.9"));
        events.add(customer.event("departed", 1, "\"kind\": \"trust\""));
        customer.lived(events);
        return customer;
    }

    @Test
    void endsWithAFarewellAndWithSilence() {
        Complainant customer = betrayed();
        var unused = customer.writes("You gave my address to a stranger", """
                Hello,

                for six years I told everybody to shop with you. Then you gave my home address to a stranger, and when I asked, you
                told me it was a mistake in the system. I have closed my account. I never want to hear from you again.

                Paula Whitman
                """);
        String reference = town.caseOf(customer.address);
        Handling handling = new Handling(town, reference);
        String at = UUID.randomUUID().toString().substring(0, 8);
        try (Desk agent = new Desk(town, Language.EN, "agent-" + at, Role.AGENT);
                Desk lead = new Desk(town, Language.EN, "lead-" + at, Role.LEAD)) {
            handling.confirms(agent, "privacy_breach", "CRITICAL");
            handling.worksOutThePlan(agent);
            assertThat(agent.part("case.plan").innerText()).contains(agent.text("case.plan.parts"));
            handling.chooses(agent);
            handling.approves(lead);
            handling.carriesOut(agent);
            proposes(agent, reference);
            confirms(lead, reference);

            town.pass(TO_THINK);
            agent.comeBack();
            goesThroughTheSteps(agent, handling, customer, reference);
            assertThat(town.complaint(reference).outcome()).isEqualTo(CaseOutcome.PARTED);
            isToldEverywhere(customer, reference);
            nobodyWinsThemBack(agent, customer, reference);
        }
    }

    private void proposes(Desk agent, String reference) {
        agent.go("/partings/" + reference);
        agent.write("parting.why", "She left betrayed, and every offer makes it worse.");
        agent.press("parting.propose.do");
        assertThat(agent.refused()).isEmpty();
        assertThat(agent.page.locator("main").innerText()).contains(agent.text("parting.confirm.other"));
    }

    private void confirms(Desk lead, String reference) {
        lead.go("/partings/" + reference);
        assertThat(lead.page.locator("#signs").innerText()).contains(lead.text("parting.sign.advised", "value", ""));
        lead.press("parting.confirm.do");
        assertThat(lead.page.locator("main").innerText()).contains(lead.text("parting.state.waiting"));
        assertThat(lead.page.locator("input[name=step]").count()).isZero();
    }

    private void goesThroughTheSteps(Desk agent, Handling handling, Complainant customer, String reference) {
        for (String step : List.of("settle_owed", "pay_out", "hand_over_data", "cancel")) {
            agent.go("/partings/" + reference);
            if (step.equals("hand_over_data")) {
                holdsEverything(agent, customer, reference);
            }
            agent.write("parting.proof", "transfer 4711");
            agent.press("parting.step." + step + ".do");
            assertThat(agent.refused()).isEmpty();
        }
        int before = town.inbox(customer.address).size();
        agent.press("parting.farewell.draft");
        assertThat(agent.refused()).as(agent.refused()).isEmpty();
        agent.open(reference);
        handling.sends(agent);
        Got farewell = town.got(customer.address, before + 1);
        assertThat(farewell.recipients()).containsExactly(customer.address);
        assertThat(farewell.text())
                .contains("Paula Whitman")
                .doesNotContain("We will call you")
                .doesNotContain(Town.WORLD);
        agent.go("/partings/" + reference);
        agent.press("parting.step.farewell.do");
        assertThat(agent.refused()).isEmpty();
        agent.press("parting.step.silence.do");
        assertThat(agent.page.locator(".lede").innerText()).contains(agent.text("parting.state.done"));
    }

    private static void holdsEverything(Desk agent, Complainant customer, String reference) {
        Download data = agent.page.waitForDownload(() -> agent.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(agent.text("parting.data")))
                .click());
        try {
            assertThat(Files.readString(data.path())).contains(customer.address, "advocacy", reference);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void isToldEverywhere(Complainant customer, String reference) {
        Happenings.until("the channel is told", () -> told.stream().anyMatch(each -> each.contains(customer.address)));
        assertThat(told)
                .filteredOn(each -> each.contains(customer.address))
                .singleElement()
                .satisfies(each -> assertThat(each).contains("org.amends.relationship.parted"));
        assertThat(town.get("/v1/suppressions").get("items").valueStream())
                .anyMatch(each -> each.get("customer").stringValue().equals(customer.address)
                        && each.get("suppressed").booleanValue()
                        && each.get("case").stringValue().equals(reference));
    }

    /** Neither by a letter of ours, nor unseen by another channel. */
    private void nobodyWinsThemBack(Desk agent, Complainant customer, String reference) {
        int before = town.inbox(customer.address).size();
        agent.open(reference);
        var ignored = agent.part("case.letters");
        agent.choose("case.letter.draft", "PROACTIVE_CONTACT");
        agent.press("case.letter.draft.do");
        agent.press("case.letter.send");
        assertThat(agent.refused()).isEqualTo(agent.text("case.refused.letter-unwanted"));
        customer.lived(List.of(customer.event("attention_given", 0, "\"kind\": \"newsletter\"")));
        town.round("SilenceWatch");
        Happenings.until(
                "the breach is told",
                () -> told.stream().anyMatch(each -> each.contains("peace_broken") && each.contains(customer.address)));
        assertThat(town.inbox(customer.address)).hasSize(before);
    }
}
