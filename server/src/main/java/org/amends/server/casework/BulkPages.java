package org.amends.server.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amends.complaint.CaseRules;
import org.amends.server.access.Caller;
import org.amends.server.access.Scope;
import org.amends.server.audit.Actors;
import org.amends.server.complaint.Refusals;
import org.amends.server.complaint.act.Act;
import org.amends.server.complaint.act.Acts;
import org.amends.server.complaint.bulk.Bulk;
import org.amends.server.complaint.list.CaseList;
import org.amends.server.complaint.list.CaseRequest;
import org.amends.server.complaint.team.Teams;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which the same is done to many cases: what, what would come of it, and how far it has come. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_write')")
@RequestMapping("/cases/bulk")
class BulkPages {

    private final Bulk bulk;
    private final CaseList list;
    private final Teams teams;
    private final Actors actors;

    BulkPages(Bulk bulk, CaseList list, Teams teams, Actors actors) {
        this.bulk = bulk;
        this.list = list;
        this.teams = teams;
        this.actors = actors;
    }

    /** The chosen cases, or all that a list finds. */
    @PostMapping
    ModelAndView choose(
            ReaderTexts reader,
            @RequestParam(defaultValue = "") List<String> reference,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String query) {
        List<String> references =
                all ? found(query) : reference.stream().distinct().toList();
        return page(references, Map.of("act", "assign"), null, List.of(), null, reader.texts());
    }

    private List<String> found(String query) {
        CaseRequest request = CaseRequest.ofQuery(query);
        return list.references(request.filter(Caller.current()), request.sort(), Bulk.MOST_CASES + 1);
    }

    /** What would come of it; nothing is done. */
    @PostMapping("/preview")
    ModelAndView preview(ReaderTexts reader, @RequestParam String references, @RequestParam Map<String, String> asked) {
        List<String> named = named(references);
        try {
            List<Act> acts = BulkForm.acts(asked);
            return page(named, asked, acts, bulk.preview(acts, named, Acts.By.caller()), null, reader.texts());
        } catch (Problem refused) {
            return page(named, asked, null, List.of(), "cases.bulk.flaw", reader.texts());
        }
    }

    @PostMapping("/start")
    ModelAndView start(ReaderTexts reader, @RequestParam String references, @RequestParam String acts) {
        List<String> named = named(references);
        try {
            return new ModelAndView("redirect:/cases/bulk/"
                    + bulk.start(BulkForm.read(acts), named, Acts.By.caller()).id());
        } catch (Problem refused) {
            return page(named, Map.of(), null, List.of(), "cases.bulk.flaw", reader.texts());
        }
    }

    private static List<String> named(String references) {
        return Arrays.stream(references.split("\\s+", -1))
                .filter(each -> !each.isBlank())
                .distinct()
                .toList();
    }

    private ModelAndView page(
            List<String> references,
            Map<String, String> asked,
            @Nullable List<Act> acts,
            List<Bulk.Outlook> outlooks,
            @Nullable String flaw,
            Texts texts) {
        List<Teams.Colleague> colleagues = teams.colleagues(null);
        Map<Bulk.Result, Integer> counts = new EnumMap<>(Bulk.Result.class);
        outlooks.forEach(each -> counts.merge(each.result(), 1, Integer::sum));
        boolean tooMany = references.size() > Bulk.MOST_CASES;
        return new ModelAndView("casework/bulk")
                .addObject(
                        "view",
                        new BulkView(
                                String.join(" ", references),
                                references.size(),
                                tooMany,
                                asked,
                                acts == null ? null : BulkForm.json(acts),
                                acts == null ? null : BulkForm.told(json(acts), names(colleagues), texts),
                                outlooks.stream().map(each -> line(each, texts)).toList(),
                                counts,
                                colleagues.stream()
                                        .map(each -> new CaseView.Colleague(each.actor(), each.name(), each.login()))
                                        .toList(),
                                teams.all(),
                                flaw == null ? null : texts.text(flaw)));
    }

    private static tools.jackson.databind.JsonNode json(List<Act> acts) {
        var all = new tools.jackson.databind.json.JsonMapper().createArrayNode();
        acts.forEach(each -> all.add(each.json()));
        return all;
    }

    private static Map<String, String> names(List<Teams.Colleague> colleagues) {
        return colleagues.stream()
                .collect(Collectors.toMap(Teams.Colleague::actor, Teams.Colleague::name, (one, same) -> one));
    }

    private static BulkView.Line line(Bulk.Outlook outlook, Texts texts) {
        String reason = outlook.reason();
        return new BulkView.Line(
                outlook.reference(),
                CaseLinks.to(outlook.reference()),
                outlook.result(),
                BulkView.tone(outlook.result()),
                reason != null
                        ? why(reason, texts)
                        : outlook.events().stream()
                                .map(event -> texts.text("case.event." + event))
                                .collect(Collectors.joining(", ")));
    }

    /** A refusal in the reader's language, where it is one of the rules of all cases. */
    private static String why(String reason, Texts texts) {
        return Stream.of(CaseRules.Refusal.values())
                .filter(each -> Refusals.words(each).equals(reason))
                .map(each -> texts.text("case.refused." + each.name()))
                .findFirst()
                .orElse(reason);
    }

    /** How far one has come. */
    @GetMapping("/{id}")
    ModelAndView run(ReaderTexts reader, @PathVariable UUID id) {
        Caller caller = Caller.current();
        Texts texts = reader.texts();
        Bulk.Run run = bulk.find(id, caller.actor(), caller.may(Scope.ADMIN))
                .orElseThrow(() -> Problem.notFound("run", id.toString()));
        List<String> named = new ArrayList<>(List.of(run.actor()));
        teams.colleagues(null).forEach(each -> named.add(each.actor()));
        Map<String, String> names = actors.names(named);
        return new ModelAndView("casework/bulkrun")
                .addObject(
                        "view",
                        new BulkRunView(
                                "/cases/bulk/" + id,
                                BulkForm.told(run.act(), names, texts),
                                names.getOrDefault(run.actor(), run.actor()),
                                texts.numerals().moment(run.startedAt()),
                                run.endedAt() != null || run.waiting() == 0,
                                BulkRunView.done(run),
                                BulkRunView.done(run) + run.waiting(),
                                run.changed(),
                                run.unchanged(),
                                run.refused() == 0 ? List.of() : refused(id, texts)));
    }

    private List<BulkView.Line> refused(UUID id, Texts texts) {
        return bulk.items(id).stream()
                .filter(each -> each.result() == Bulk.Result.REFUSED)
                .limit(Bulk.MOST_PREVIEWED)
                .map(each -> new BulkView.Line(
                        each.reference(),
                        CaseLinks.to(each.reference()),
                        each.result(),
                        BulkView.tone(each.result()),
                        each.reason() == null ? "" : why(String.valueOf(each.reason()), texts)))
                .toList();
    }
}
