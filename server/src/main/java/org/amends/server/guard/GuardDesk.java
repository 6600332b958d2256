package org.amends.server.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.amends.guard.act.ActGuard;
import org.amends.guard.act.AskedAct;
import org.amends.guard.json.RequestReading;
import org.amends.guard.substitution.Guard;
import org.amends.guard.substitution.Purchase;
import org.amends.guard.substitution.SubstitutionAnswer;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.preference.StatedPreference;
import org.amends.server.access.BrandScope;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers within a deadline, whatever happens: the guard works on as many threads as there are cores, and whoever waits for it
 * leaves with a question when the time is up. Work that nobody waits for any more is not begun.
 */
@Component
final class GuardDesk {

    private static final Logger LOG = LoggerFactory.getLogger(GuardDesk.class);

    /** Beyond this many waiting requests a new one would miss any deadline. */
    private static final int WAITING = 2_000;

    private final Guard guard;
    private final CustomerLookup customers;
    private final ActDesk acts;
    private final ThreadPoolExecutor workers;
    private final Map<Verdict, Counter> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Caution, Counter> cautions = new EnumMap<>(Caution.class);

    GuardDesk(Guard guard, CustomerLookup customers, ActDesk acts, MeterRegistry registry) {
        this.guard = guard;
        this.customers = customers;
        this.acts = acts;
        int cores = Runtime.getRuntime().availableProcessors();
        this.workers = new ThreadPoolExecutor(
                cores,
                cores,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("guard-", 1).factory());
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(
                    verdict,
                    Counter.builder("amends.guard.verdicts")
                            .description("Candidates that the guard judged, by verdict")
                            .tag("verdict", verdict.name())
                            .register(registry));
        }
        for (Caution caution : Caution.values()) {
            cautions.put(
                    caution,
                    Counter.builder("amends.guard.cautions")
                            .description(
                                    "Requests that were answered with a question for a reason outside of the products")
                            .tag("reason", caution.rule())
                            .register(registry));
        }
    }

    /**
     * The answer, at the deadline at the latest.
     *
     * @param seen the brands whose customers the caller may know of
     */
    Answered answer(RequestReading.Understood asked, BrandScope seen, Deadline deadline) {
        String customer = asked.customer();
        KnownCustomer known = customer == null ? null : customers.of(customer, seen, deadline);
        KnownCustomer.Found found = known instanceof KnownCustomer.Found it ? it : null;
        SubstitutionAnswer answer = judged(asked, known, deadline);
        AskedAct act = asked.act();
        if (act != null) {
            answer = ActGuard.beside(answer, acts.verdict(new ActDesk.Question(act, customer, known), seen, deadline));
        }
        answer.verdicts().forEach(each -> count(verdicts.get(each.verdict())));
        return new Answered(asked.request(), customer, found, answer, act == null ? null : act.act());
    }

    private SubstitutionAnswer judged(
            RequestReading.Understood asked, @Nullable KnownCustomer known, Deadline deadline) {
        if (asked.act() != null && asked.request().candidates().isEmpty()) {
            return new SubstitutionAnswer(asked.request().id(), List.of(), null);
        }
        if (deadline.hasPassed()) {
            return cautious(Caution.DEADLINE_PASSED, asked.request());
        }
        Future<SubstitutionAnswer> work;
        try {
            work = workers.submit(() -> judged(asked, known));
        } catch (RejectedExecutionException full) {
            return cautious(Caution.GUARD_BUSY, asked.request());
        }
        try {
            return work.get(Math.max(0, deadline.leftNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            work.cancel(false);
            return cautious(Caution.DEADLINE_PASSED, asked.request());
        } catch (ExecutionException failed) {
            LOG.error("The guard failed to answer request {}.", asked.id(), failed.getCause());
            return cautious(Caution.GUARD_FAILED, asked.request());
        } catch (InterruptedException stop) {
            work.cancel(false);
            Thread.currentThread().interrupt();
            return cautious(Caution.GUARD_FAILED, asked.request());
        }
    }

    private SubstitutionAnswer cautious(Caution caution, SubstitutionRequest request) {
        count(cautions.get(caution));
        return caution.about(request);
    }

    private SubstitutionAnswer judged(RequestReading.Understood asked, @Nullable KnownCustomer known) {
        return switch (known) {
            case null -> guard.answer(asked.request());
            case KnownCustomer.Found found -> suggested(joined(asked.request(), found), found);
            case KnownCustomer.Unknown ignored ->
                asked.isKnowing() ? guard.answer(asked.request()) : on(Caution.CUSTOMER_UNKNOWN, asked.request());
            case KnownCustomer.Unreadable ignored -> on(Caution.CUSTOMER_UNREADABLE, asked.request());
        };
    }

    private SubstitutionAnswer on(Caution caution, SubstitutionRequest request) {
        count(cautions.get(caution));
        return caution.on(guard.answer(request));
    }

    /** The request with what is known of the customer besides. */
    private static SubstitutionRequest joined(SubstitutionRequest request, KnownCustomer.Found found) {
        List<StatedPreference> stated = new ArrayList<>(request.stated());
        for (StatedPreference each : found.stated()) {
            if (!stated.contains(each)) {
                stated.add(each);
            }
        }
        List<Purchase> history = new ArrayList<>(request.history());
        history.addAll(found.bought());
        return new SubstitutionRequest(
                request.id(), request.locale(), history, stated, request.ordered(), request.candidates());
    }

    private SubstitutionAnswer suggested(SubstitutionRequest request, KnownCustomer.Found found) {
        SubstitutionAnswer answer = guard.answer(request);
        return found.suggested().isEmpty() ? answer : Suggestions.on(answer, request, found.suggested(), guard);
    }

    private static void count(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
