package org.amends.server.complaint.team;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Teams, and fields of the company's own, for programs. */
@RestController
class DeskApi {

    private static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final int LONGEST_NAME = 80;
    private static final int MOST_CHOICES = 200;

    private final Teams teams;
    private final Fields fields;
    private final Calls calls;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    DeskApi(
            Teams teams,
            Fields fields,
            Calls calls,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.teams = teams;
        this.fields = fields;
        this.calls = calls;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a team is to be. */
    record TeamWish(@Nullable String name, @Nullable List<String> members) {}

    /** All teams, and who cases may be given to. */
    record AllTeams(List<Teams.Team> items, List<Teams.Colleague> colleagues) {}

    /** What a field is to be. */
    record FieldWish(
            @Nullable String name,
            @Nullable String type,
            @Nullable List<String> choices,
            @Nullable Boolean required,
            @Nullable Boolean retired) {}

    /** A field as programs get it. */
    record FieldLine(String tag, String name, String type, List<String> choices, boolean required, boolean retired) {

        static FieldLine of(Fields.Field field) {
            return new FieldLine(
                    field.tag(),
                    field.name(),
                    field.type().stableName(),
                    field.choices(),
                    field.required(),
                    field.retired());
        }
    }

    /** All fields. */
    record AllFields(List<FieldLine> items) {}

    /** What calls whoever asks. */
    record AllCalls(List<Calls.Call> items) {}

    @GetMapping("/v1/teams")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    AllTeams teams() {
        return new AllTeams(teams.all(), teams.colleagues(null));
    }

    @PutMapping("/v1/teams/{tag}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    Teams.Team keepTeam(@PathVariable String tag, @RequestBody TeamWish wish) {
        List<String> members = wish.members() == null ? List.of() : wish.members();
        Teams.Team team = new Teams.Team(checkedTag(tag), checkedName(wish.name()), members);
        for (String member : members) {
            if (!teams.signsIn(member)) {
                throw Problem.invalid("members", "\"%s\"".formatted(member), "Name people who sign in, as person:ID.");
            }
        }
        transaction.executeWithoutResult(status -> {
            teams.keep(team, clock.instant());
            record("team.kept", "team:" + tag, Map.of("name", team.name(), "members", members));
        });
        return team;
    }

    @DeleteMapping("/v1/teams/{tag}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeTeam(@PathVariable String tag) {
        transaction.executeWithoutResult(status -> {
            if (!teams.remove(tag)) {
                throw Problem.notFound("team", tag);
            }
            record("team.removed", "team:" + tag, Map.of());
        });
    }

    @GetMapping("/v1/case-fields")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    AllFields fields() {
        return new AllFields(fields.all().stream().map(FieldLine::of).toList());
    }

    @PutMapping("/v1/case-fields/{tag}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    FieldLine keepField(@PathVariable String tag, @RequestBody FieldWish wish) {
        Fields.Type type = type(wish.type());
        List<String> choices = wish.choices() == null ? List.of() : wish.choices();
        if ((type == Fields.Type.CHOICE) == choices.isEmpty() || choices.size() > MOST_CHOICES) {
            throw Problem.invalid(
                    "choices",
                    "%d of them".formatted(choices.size()),
                    "A choice has 1 to %d, other types have none.".formatted(MOST_CHOICES));
        }
        Fields.Field field = new Fields.Field(
                checkedTag(tag),
                checkedName(wish.name()),
                type,
                choices,
                Boolean.TRUE.equals(wish.required()),
                Boolean.TRUE.equals(wish.retired()));
        transaction.executeWithoutResult(status -> {
            fields.keep(field, clock.instant());
            record(
                    "case_field.kept",
                    "case_field:" + tag,
                    Map.of(
                            "name",
                            field.name(),
                            "type",
                            type.stableName(),
                            "required",
                            field.required(),
                            "retired",
                            field.retired()));
        });
        return FieldLine.of(field);
    }

    @GetMapping("/v1/mentions")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    AllCalls mentions() {
        return new AllCalls(calls.unseen(Caller.current().actor()));
    }

    private static Fields.Type type(@Nullable String given) {
        try {
            return Fields.Type.valueOf(String.valueOf(given).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            Problem problem =
                    Problem.invalid("type", "\"%s\"".formatted(given), "Types are text, number, date, choice, yes_no.");
            problem.addSuppressed(unknown);
            throw problem;
        }
    }

    private static String checkedTag(String tag) {
        if (!TAG.matcher(tag).matches()) {
            throw Problem.invalid(
                    "tag", "\"%s\"".formatted(tag), "Write at most 40 small letters, digits, hyphens and underscores.");
        }
        return tag;
    }

    private static String checkedName(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw Problem.invalid("name", "empty or too long", "Write at most %d letters.".formatted(LONGEST_NAME));
        }
        return name.strip();
    }

    private void record(String action, String subject, Map<String, Object> details) {
        audit.record(Caller.current().actor(), action, subject, details);
    }
}
