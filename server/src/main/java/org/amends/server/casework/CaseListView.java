package org.amends.server.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amends.complaint.Stage;
import org.amends.server.complaint.list.CaseLine;
import org.amends.server.complaint.list.CaseRequest;
import org.amends.server.complaint.list.CaseSort;
import org.amends.server.complaint.list.Queues;
import org.amends.server.console.Texts;
import org.amends.story.Numerals;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;

/**
 * The list of cases as its page shows it.
 *
 * @param request what was asked for
 * @param rows one page of what was found
 * @param told how many there are, in words
 * @param first the address of the first page, or null when this is it
 * @param next the address of the next page, or null at the end
 * @param people to choose an owner from
 * @param kept lists that everybody or the reader keeps
 * @param refused whether the list could not be kept under the name that was given
 * @param empty whether there is no case at all
 */
public record CaseListView(
        CaseRequest request,
        List<Row> rows,
        String told,
        @Nullable String first,
        @Nullable String next,
        List<CaseView.Colleague> people,
        List<Queues.Queue> kept,
        boolean refused,
        boolean empty) {

    /** A queue that everybody has: the key of its name, and its query. */
    public record Queue(String key, String query) {}

    /** Those queues, in their order. */
    public static final List<Queue> QUEUES = List.of(
            new Queue("open", ""),
            new Queue("danger", "mark=danger"),
            new Queue("mine", "owner=me"),
            new Queue("nobody", "owner=none"),
            new Queue("unread", "stage=received%2Cacknowledged"),
            new Queue("approval", "mark=approval"),
            new Queue("overdue", "mark=overdue&sort=due"),
            new Queue("answered", "stage=answered"),
            new Queue("closed", "stage=closed"));

    /** The orders to choose from. */
    public static final List<CaseSort> SORTS =
            List.of(CaseSort.PRIORITY, CaseSort.DUE, CaseSort.NEWEST, CaseSort.OLDEST);

    /**
     * One case.
     *
     * @param link to its page
     * @param customer fit to be shown
     * @param failure the chief one in words, or a dash
     * @param grade how grave, by its name in texts
     * @param marks keys of what else there is to say, each with its tone
     * @param owner in words, or null for nobody
     * @param due when its nearest clock ends, in words, or null
     */
    public record Row(
            String link,
            String reference,
            String subject,
            String customer,
            String brand,
            Stage stage,
            String failure,
            String grade,
            Map<String, String> marks,
            @Nullable String owner,
            @Nullable String due,
            boolean overdue,
            String came,
            String cameIso) {

        static Row of(CaseLine line, Map<String, String> names, Texts texts, Instant now) {
            Numerals numerals = texts.numerals();
            Instant due = line.dueAt();
            String owner = line.owner();
            return new Row(
                    CaseLinks.to(line.reference()),
                    line.reference(),
                    line.subject(),
                    Prose.shownId(line.customer()),
                    line.brand(),
                    line.stage(),
                    line.failures().isEmpty()
                            ? "–"
                            : CaseHistory.kind(texts, line.failures().getFirst()),
                    AssessmentForm.Grade.of(line.severity()).name(),
                    marks(line),
                    owner == null ? null : names.getOrDefault(owner, owner),
                    due == null ? null : numerals.day(due, now),
                    due != null && due.isBefore(now),
                    numerals.day(line.openedAt(), now),
                    line.openedAt().toString());
        }

        private static Map<String, String> marks(CaseLine line) {
            Map<String, String> marks = new java.util.LinkedHashMap<>();
            if (line.danger()) {
                marks.put("case.sign.danger", "bad");
            }
            if (line.approval()) {
                marks.put("cases.approval", "warn");
            }
            if (line.vulnerable()) {
                marks.put("case.sign.vulnerable", "warn");
            }
            if (line.paused()) {
                marks.put("case.paused", "quiet");
            }
            return marks;
        }
    }

    /** What was asked for by this name, or empty. */
    public String get(String name) {
        return request.values().getOrDefault(name, "");
    }

    /** The kept list that is shown, or null. */
    public Queues.@Nullable Queue shown() {
        return kept.stream().filter(each -> shows(each.query())).findFirst().orElse(null);
    }

    /** Whether what is asked for is worth keeping: it is no queue that everybody has, nor one that is kept. */
    public boolean worthKeeping() {
        return shown() == null && QUEUES.stream().noneMatch(each -> shows(each.query()));
    }

    /** Whether the list shows this queue. */
    public boolean shows(String query) {
        return CaseRequest.ofQuery(query).query().equals(request.query());
    }

    /** The address of the list with this query. */
    public static String address(String query) {
        return query.isEmpty() ? "/cases" : "/cases?" + query;
    }

    /** The same with one more parameter. */
    static String address(CaseRequest request, String name, String value) {
        String query = request.query();
        return "/cases?" + (query.isEmpty() ? "" : query + "&") + name + "=" + value;
    }

    /** The address of a file with the whole list. */
    public String file() {
        return request.query().isEmpty() ? "/cases/export.csv" : "/cases/export.csv?" + request.query();
    }

    /** The stages to choose from. */
    public List<String> stages() {
        List<String> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            stages.add(stage.stableName());
        }
        return stages;
    }
}
