package org.amends.server.customer;

import java.util.List;
import java.util.Map;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores a person's data without using them (GDPR, article 18): events are still taken, and nothing is diagnosed, listed or
 * told.
 */
@Component
final class Restriction {

    private final Customers customers;
    private final JdbcClient database;
    private final LogLock log;
    private final TransactionTemplate transaction;
    private final Audit audit;

    Restriction(Customers customers, JdbcClient database, LogLock log, TransactionTemplate transaction, Audit audit) {
        this.customers = customers;
        this.database = database;
        this.log = log;
        this.transaction = transaction;
        this.audit = audit;
    }

    void restrict(String customer, @Nullable String brand, Caller caller) {
        set(customer, brand, caller, true);
    }

    void lift(String customer, @Nullable String brand, Caller caller) {
        set(customer, brand, caller, false);
    }

    private void set(String customer, @Nullable String brand, Caller caller, boolean restricted) {
        transaction.executeWithoutResult(status -> {
            List<KeptCustomer> named = customers.named(customer, brand, caller.brands());
            List<KeptCustomer> person = customers.samePerson(named);
            List<Long> ids = person.stream().map(KeptCustomer::id).toList();
            if (restricted) {
                customers.forgetFindings(ids);
            }
            log.take();
            int ignored = database.sql("update relationship set restricted = ? where id = any (?)")
                    .param(restricted)
                    .param(ids.toArray(Long[]::new))
                    .update();
            customers.requestDiagnosis(ids);
            for (KeptCustomer each : named) {
                audit.record(
                        caller.actor(),
                        restricted ? "customer.restricted" : "customer.unrestricted",
                        each.subject(),
                        Map.of("relationship", each.id()));
            }
        });
    }
}
