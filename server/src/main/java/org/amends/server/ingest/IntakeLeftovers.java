package org.amends.server.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.amends.server.customer.Mentions;
import org.amends.server.customer.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.io.JsonStringEncoder;

/** What the ways in keep of persons besides the log: answers, uploads, and what was wrong with rows of files. */
@Component
final class IntakeLeftovers implements PersonalData {

    private static final String ERASED = "erased";

    private final JdbcClient database;
    private final Imports imports;

    IntakeLeftovers(JdbcClient database, Imports imports) {
        this.database = database;
        this.imports = imports;
    }

    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        List<String> names = new ArrayList<>(customers);
        names.addAll(eventIds);
        customers.forEach(name -> names.add(inJson(name)));
        eventIds.forEach(name -> names.add(inJson(name)));
        Mentions mentions = Mentions.of(names);
        // An answer that is gone is made anew when its request comes again, and says duplicate then.
        int found =
                change(mentions, "delete from kept_answer where body is not null and ", "convert_from(body, 'UTF8')");
        found += change(
                mentions,
                "update import_rejection set value = '', reason = 'it named somebody who was erased' where ",
                "(value || ' ' || reason)");
        found += change(mentions, "update import_run set name = '" + ERASED + "' where ", "name");
        found += change(mentions, "update import_run set failure = '" + ERASED + "' where ", "failure");
        for (String customer : customers) {
            found += forgetConstant(customer);
        }
        return found + imports.discardWaiting();
    }

    private int change(Mentions mentions, String statement, String text) {
        return database.sql(statement + Mentions.IN.formatted(text))
                .param("words", mentions.words())
                .param("patterns", mentions.patterns())
                .update();
    }

    /** A file of one person may have come with their name as a constant. */
    private int forgetConstant(String customer) {
        String quoted = "\"" + inJson(customer) + "\"";
        int runs = database.sql(
                        "update import_run set mapping = replace(mapping, :name, :erased) where position(:name in mapping) > 0")
                .param("name", quoted)
                .param(ERASED, "\"" + ERASED + "\"")
                .update();
        return runs
                + database.sql("delete from import_mapping where position(:name in mapping) > 0")
                        .param("name", quoted)
                        .update();
    }

    private static String inJson(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }
}
