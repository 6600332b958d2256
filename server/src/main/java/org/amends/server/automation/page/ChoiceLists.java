package org.amends.server.automation.page;

import java.util.ArrayList;
import java.util.List;
import org.amends.server.access.BrandScope;
import org.amends.server.automation.reply.SavedReplies;
import org.amends.server.automation.reply.SavedReply;
import org.amends.server.complaint.team.Fields;
import org.amends.server.complaint.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What forms of automation offer to choose from. */
@Component
final class ChoiceLists {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final Teams teams;
    private final Fields fields;
    private final SavedReplies replies;

    ChoiceLists(JdbcClient database, Teams teams, Fields fields, SavedReplies replies) {
        this.database = database;
        this.teams = teams;
        this.fields = fields;
        this.replies = replies;
    }

    /** For somebody who sees these brands. */
    AutomationView.Choices of(BrandScope seen) {
        List<String> suggestions = new ArrayList<>();
        teams.all().stream().map(Teams.Team::tag).forEach(suggestions::add);
        teams.colleagues(null).stream().map(Teams.Colleague::login).limit(MOST).forEach(suggestions::add);
        replies.all(seen).stream().map(SavedReply::name).forEach(suggestions::add);
        fields.all().stream().map(each -> each.tag() + "=").forEach(suggestions::add);
        return new AutomationView.Choices(
                brands(seen), suggestions.stream().distinct().sorted().toList());
    }

    private List<String> brands(BrandScope seen) {
        return database
                .sql("select distinct brand from relationship where brand <> '' order by brand limit 200")
                .query((row, number) -> row.getString("brand"))
                .list()
                .stream()
                .filter(seen::includes)
                .toList();
    }

    /** The tags of all teams. */
    List<String> teams() {
        return teams.all().stream().map(Teams.Team::tag).toList();
    }
}
