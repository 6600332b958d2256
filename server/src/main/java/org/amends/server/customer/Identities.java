package org.amends.server.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings identifiers of one person together, and apart again. Events keep the identifier that they came with; merging only says
 * that they are folded into another relationship, so that taking it back leaves everything as it was, to the byte.
 */
@Component
final class Identities {

    private final Customers customers;
    private final LogLock log;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Audit audit;

    Identities(Customers customers, LogLock log, JdbcClient database, TransactionTemplate transaction, Audit audit) {
        this.customers = customers;
        this.log = log;
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** Merges a customer into another, in every brand that the caller may see. Returns the brands. */
    List<String> merge(String customer, String into, @Nullable String brand, Caller caller) {
        if (customer.equals(into)) {
            throw Problem.invalid("into", "\"" + into + "\"", "Name another customer than the one that is merged.");
        }
        return List.copyOf(java.util.Objects.requireNonNull(transaction.execute(status -> {
            log.take();
            List<String> brands = new ArrayList<>();
            for (KeptCustomer from : customers.named(customer, brand, caller.brands())) {
                mergeOne(from, customers.foundOrMade(into, from.brand()), caller);
                brands.add(from.brand());
            }
            return brands;
        })));
    }

    private void mergeOne(KeptCustomer from, KeptCustomer to, Caller caller) {
        requireFree(from);
        requireFree(to);
        int ignored = database.sql("update relationship set merged_into = ? where id = ?")
                .param(to.id())
                .param(from.id())
                .update();
        refold(from.id(), to.id());
        // Numbers, not names: what is said of one person must not outlive another.
        audit.record(caller.actor(), "customer.merged", from.subject(), Map.of("into", to.id()));
    }

    private static void requireFree(KeptCustomer customer) {
        if (customer.mergedInto() != null) {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "customer-merged",
                            "The customer is merged already",
                            "Customer \"%s\" is merged into another one.".formatted(customer.customer()))
                    .with("remedy", "Un-merge it first, or name the customer that it was merged into.");
        }
        if (customer.restricted()) {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "customer-restricted",
                            "The customer is restricted",
                            "Customer \"%s\" asked that their data be stored and not used."
                                    .formatted(customer.customer()))
                    .with("remedy", "Lift the restriction first, where the person agrees.");
        }
    }

    /** Takes a merge back. Returns the brands. */
    List<String> unmerge(String customer, @Nullable String brand, Caller caller) {
        return List.copyOf(java.util.Objects.requireNonNull(transaction.execute(status -> {
            log.take();
            List<String> brands = new ArrayList<>();
            for (KeptCustomer merged : customers.named(customer, brand, caller.brands())) {
                Long into = merged.mergedInto();
                if (into != null) {
                    unmergeOne(merged, into, caller);
                    brands.add(merged.brand());
                }
            }
            if (brands.isEmpty()) {
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "customer-not-merged",
                        "The customer is not merged",
                        "Customer \"%s\" is not merged into another one.".formatted(customer));
            }
            return brands;
        })));
    }

    private void unmergeOne(KeptCustomer merged, long into, Caller caller) {
        KeptCustomer survivor = customers.survivor(into);
        int ignored = database.sql("update relationship set merged_into = null, restricted = ? where id = ?")
                .param(survivor.restricted())
                .param(merged.id())
                .update();
        refold(merged.id(), survivor.id());
        audit.record(caller.actor(), "customer.unmerged", merged.subject(), Map.of("from", survivor.id()));
    }

    private void refold(long one, long other) {
        Set<Long> both = new TreeSet<>(Set.of(one, other));
        try {
            log.refold(both);
        } catch (ArithmeticException tooMuch) {
            Problem problem = Problem.invalid("into", "too much to be added up", "Merge with another customer.");
            problem.addSuppressed(tooMuch);
            throw problem;
        }
        customers.requestDiagnosis(both);
    }
}
