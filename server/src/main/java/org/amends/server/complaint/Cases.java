package org.amends.server.complaint;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.Complaint;
import org.amends.server.access.BrandScope;
import org.amends.server.customer.LogLock;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.CaseLog;
import org.amends.store.complaint.KeptCase;
import org.amends.store.complaint.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens cases and carries them on. Whatever happens to a case is appended to its log, echoed into the history of its relationship
 * and told to every {@link CaseListener}, all in one transaction: the caller's where there is one.
 */
@Component
public final class Cases {

    /** The channel of cases that the company opened by itself, to turn to a customer who said nothing. */
    public static final String PROACTIVE = "proactive";

    private final DataSource database;
    private final JdbcClient client;
    private final LogLock history;
    private final ObjectProvider<CaseListener> listeners;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final SQLExceptionTranslator failures = new SQLStateSQLExceptionTranslator();

    Cases(
            DataSource database,
            JdbcClient client,
            LogLock history,
            ObjectProvider<CaseListener> listeners,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.client = client;
        this.history = history;
        this.listeners = listeners;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A case to be opened.
     *
     * @param customer the identifier of the customer; the relationship is made when there is none
     * @param brand empty where the company has one only
     * @param channel {@code email}, {@code form}, {@code api}, {@code csv}, {@code phone}, {@code letter}, {@code public} or
     *     {@link #PROACTIVE}
     * @param language of the customer, ISO 639-1
     * @param subject in a line
     * @param message the id of the first message, or null
     * @param at when it arrived, or null for now
     */
    public record NewCase(
            String customer,
            String brand,
            String channel,
            String language,
            String subject,
            @Nullable String message,
            @Nullable Instant at) {}

    /**
     * Opens a case.
     *
     * @param by who opens it: an actor, or {@link CaseHeader#CUSTOMER}
     * @param next what follows at once, for example its first reading
     */
    public KeptCase open(NewCase asked, String by, List<CaseEvent> next) {
        return within(log -> {
            history.take();
            long relationship = relationship(asked.customer(), asked.brand());
            Instant at = asked.at() == null ? clock.instant() : asked.at();
            String reference = CaseLog.reference(at.atOffset(ZoneOffset.UTC).getYear(), log.nextNumber());
            List<CaseEvent> events = new ArrayList<>();
            events.add(new CaseEvent.Opened(
                    new CaseHeader(at, by),
                    reference,
                    asked.customer(),
                    asked.brand(),
                    asked.channel(),
                    asked.language(),
                    asked.subject(),
                    asked.message()));
            events.addAll(next);
            return told(log.open(relationship, events), events);
        });
    }

    /**
     * Appends to a case.
     *
     * @return the case afterwards
     * @throws Problem 404 when there is no such case, 409 when the rules are against it
     */
    public KeptCase append(String reference, List<CaseEvent> events) {
        return within(log -> {
            if (events.stream().anyMatch(Echo::sounds)) {
                // The head of the log before the case, as everybody locks them, so that nobody waits in a circle.
                history.take();
            }
            return told(log.append(reference, events), events);
        });
    }

    /**
     * Decides from the state of a case what happens to it, with the case locked meanwhile.
     *
     * @param decide gives the events; none when nothing is to happen
     */
    public KeptCase decide(String reference, Function<KeptCase, List<CaseEvent>> decide) {
        return within(log -> {
            history.take();
            KeptCase before = log.lock(reference).orElseThrow(() -> Problem.notFound("case", reference));
            List<CaseEvent> events = decide.apply(before);
            return events.isEmpty() ? before : told(log.append(reference, events), events);
        });
    }

    /** The case of this reference. */
    public Optional<KeptCase> find(String reference) {
        return within(log -> log.find(reference));
    }

    /**
     * The case of this reference, where the caller may see its brand.
     *
     * @throws Problem 404 otherwise
     */
    public KeptCase seen(String reference, BrandScope brands) {
        return find(reference)
                .filter(kept -> brands.includes(kept.complaint().brand()))
                .orElseThrow(() -> Problem.notFound("case", reference));
    }

    /** A header for what this actor does now. */
    public CaseHeader now(String actor) {
        return new CaseHeader(clock.instant(), actor);
    }

    private KeptCase told(KeptCase after, List<CaseEvent> happened) {
        List<org.amends.store.log.IncomingEvent> echo = Echo.of(after, happened.size());
        if (!echo.isEmpty()) {
            var ignored = history.append(echo);
        }
        listeners.orderedStream().forEach(listener -> listener.happened(after, happened));
        return after;
    }

    private long relationship(String customer, String brand) {
        int ignored = client.sql(
                        "insert into relationship (customer, brand) values (?, ?) on conflict (customer, brand) do nothing")
                .param(customer)
                .param(brand)
                .update();
        return client.sql("select id from relationship where customer = ? and brand = ?")
                .param(customer)
                .param(brand)
                .query(Long.class)
                .single();
    }

    private interface Use<T> {
        T of(CaseLog log) throws SQLException;
    }

    private <T> T within(Use<T> use) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Connection connection = DataSourceUtils.getConnection(database);
            try {
                return use.of(new CaseLog(connection));
            } catch (RefusedException refused) {
                throw refusal(refused);
            } catch (java.util.NoSuchElementException none) {
                throw Problem.notFound("case", "");
            } catch (SQLException failed) {
                throw Objects.requireNonNull(failures.translate("Changing a case", null, failed));
            } finally {
                DataSourceUtils.releaseConnection(connection, database);
            }
        }));
    }

    private static Problem refusal(RefusedException refused) {
        return Refusals.problem(refused.refusal());
    }

    /** The state alone. */
    public Optional<Complaint> state(String reference) {
        return find(reference).map(KeptCase::complaint);
    }
}
