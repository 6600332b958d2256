package org.amends.server.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CasePromise;
import org.amends.complaint.Complaint;
import org.amends.money.Money;
import org.amends.policy.RemedyProfile;
import org.amends.server.access.Caller;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.amends.server.audit.Actors;
import org.amends.server.console.Texts;
import org.amends.server.letter.Letters;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.server.policy.Policies;
import org.amends.server.recovery.Plans;
import org.amends.server.relationship.RelationshipLinks;
import org.amends.server.relationship.Stories;
import org.amends.store.complaint.KeptCase;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what the page of a case shows. */
@Component
final class CasePortraits {

    private final Messages messages;
    private final Letters letters;
    private final Plans plans;
    private final Stories stories;
    private final People people;
    private final Actors actors;
    private final Policies policies;
    private final CasePanelPortraits panels;
    private final JdbcClient database;
    private final InstantSource clock;

    CasePortraits(
            Messages messages,
            Letters letters,
            Plans plans,
            Stories stories,
            People people,
            Actors actors,
            Policies policies,
            CasePanelPortraits panels,
            JdbcClient database,
            InstantSource clock) {
        this.messages = messages;
        this.letters = letters;
        this.plans = plans;
        this.stories = stories;
        this.people = people;
        this.actors = actors;
        this.policies = policies;
        this.panels = panels;
        this.database = database;
        this.clock = clock;
    }

    /** The case as this reader sees it; why the last thing was refused as the address says it, or null. */
    CaseView of(KeptCase kept, Caller reader, @Nullable String refused, Texts texts) {
        Complaint complaint = kept.complaint();
        Instant now = clock.instant();
        List<KeptMessage> said = messages.ofCase(kept.id());
        ReadWords reading = reading(said);
        List<CaseView.Colleague> colleagues = colleagues(complaint.brand());
        Map<String, String> names = actors.names(actors(kept));
        NextStep next = NextStep.of(complaint, kept.events(), reader.actor());
        Object[] nextNames = nextNames(kept, said, names, texts);
        Optional<Plans.Proposal> proposal = plans.latest(kept);
        return new CaseView(
                complaint,
                CaseLinks.to(complaint.reference()),
                Prose.shownId(complaint.customer()),
                RelationshipLinks.to(complaint.customer(), complaint.brand()),
                next,
                texts.text("case.next." + next.key(), nextNames),
                texts.text("case.next." + next.key() + ".how", nextNames),
                refused == null || !texts.has("case.refused." + refused) ? null : texts.text("case.refused." + refused),
                words(said, texts),
                complaint.assessedByPerson() ? null : reading,
                stories.of(kept.relationship(), texts, now).orElse(null),
                new CaseHistory(texts, names).of(kept.events()),
                names,
                colleagues,
                kinds(complaint, texts),
                offered(),
                currency(kept),
                due(kept.id(), now, texts),
                proposal.map(ProposedPlan::of).orElse(null),
                reader.actor(),
                letters.of(kept),
                proposal.map(each -> PrecedentsView.of(each, texts)).orElse(null),
                panels.of(kept, names, reader.actor(), texts));
    }

    private List<SaidWords> words(List<KeptMessage> all, Texts texts) {
        List<SaidWords> words = new ArrayList<>();
        for (KeptMessage message : all) {
            ReadWords reading = ReadWords.of(message.reading());
            words.add(SaidWords.of(
                    message,
                    messages.files(message.id()),
                    reading == null ? List.of() : reading.evidence(),
                    texts.numerals()));
        }
        return words;
    }

    /** What the machine read in the first message, which the case was opened with. */
    private static @Nullable ReadWords reading(List<KeptMessage> all) {
        return all.stream()
                .filter(message -> message.direction() == KeptMessage.Direction.IN && message.reading() != null)
                .findFirst()
                .map(message -> ReadWords.of(message.reading()))
                .orElse(null);
    }

    /** What the texts of the next step name, each followed by its value. */
    private static Object[] nextNames(KeptCase kept, List<KeptMessage> said, Map<String, String> names, Texts texts) {
        Complaint complaint = kept.complaint();
        Complaint.ChosenPlan plan = complaint.plan();
        long open = complaint.promises().stream().filter(CasePromise::open).count();
        return new Object[] {
            "customer", called(complaint, said),
            "n", open,
            "into", Objects.requireNonNullElse(complaint.mergedInto(), ""),
            "what",
                    NextStep.left(complaint).stream()
                            .map(each -> texts.text("case.element." + each.element()))
                            .findFirst()
                            .orElse(""),
            "by", plan == null ? "" : names.getOrDefault(plan.chosenBy(), plan.chosenBy())
        };
    }

    /** The name by which the customer signs, else their identifier. */
    private static String called(Complaint complaint, List<KeptMessage> said) {
        return said.stream()
                .filter(message -> message.direction() == KeptMessage.Direction.IN
                        && !message.senderName().isBlank())
                .map(KeptMessage::senderName)
                .findFirst()
                .orElseGet(() -> Prose.shownId(complaint.customer()));
    }

    private static List<String> actors(KeptCase kept) {
        List<String> all = new ArrayList<>();
        for (CaseEvent event : kept.events()) {
            all.add(event.header().actor());
            if (event instanceof CaseEvent.Assigned assigned && assigned.owner() != null) {
                all.add(assigned.owner());
            }
            if (event instanceof CaseEvent.PromiseMade made) {
                all.add(made.owner());
            }
        }
        return all;
    }

    private List<CaseView.Colleague> colleagues(String brand) {
        return people.list().stream()
                .filter(Account::enabled)
                .map(Account::person)
                .filter(person -> person.brands().includes(brand))
                .map(person -> new CaseView.Colleague(person.actor(), person.name(), person.login()))
                .toList();
    }

    private List<String> offered() {
        return policies.current().policy().remedies().stream()
                .filter(RemedyProfile::offered)
                .map(row -> row.element().word())
                .toList();
    }

    private List<CaseView.Choice> kinds(Complaint complaint, Texts texts) {
        java.util.TreeSet<String> kinds = new java.util.TreeSet<>();
        policies.current().policy().kinds().forEach(kind -> kinds.add(kind.name()));
        complaint.assessment().failures().forEach(kind -> kinds.add(kind.name()));
        return kinds.stream()
                .map(kind -> new CaseView.Choice(kind, CaseHistory.kind(texts, kind)))
                .sorted(java.util.Comparator.comparing(CaseView.Choice::name))
                .toList();
    }

    /** That of what was lost, else that in which the relationship pays. */
    private String currency(KeptCase kept) {
        Money loss = kept.complaint().assessment().loss();
        if (loss != null && !loss.currency().equals(Money.UNNAMED_CURRENCY)) {
            return loss.currency().getCurrencyCode();
        }
        return database.sql("select currency from diagnosis where relationship = ?")
                .param(kept.relationship())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private record Due(String duty, Instant at) {}

    private CaseView.@Nullable DueLine due(long id, Instant now, Texts texts) {
        Optional<Due> due = database.sql(
                        "select due_at, due_duty from complaint where id = ? and due_at is not null and stage <> 'CLOSED'")
                .param(id)
                .query((row, number) -> new Due(
                        Objects.requireNonNullElse(row.getString("due_duty"), ""),
                        Objects.requireNonNull(row.getObject("due_at", OffsetDateTime.class))
                                .toInstant()))
                .optional();
        return due.map(each -> new CaseView.DueLine(
                        each.duty(),
                        texts.numerals().day(each.at(), now),
                        each.at().toString(),
                        each.at().isBefore(now)))
                .orElse(null);
    }
}
