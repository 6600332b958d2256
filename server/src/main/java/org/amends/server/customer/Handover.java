package org.amends.server.customer;

import java.util.List;
import java.util.Map;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a person's data out, to be handed to them (GDPR, article 20). */
@Component
public final class Handover {

    private final Customers customers;
    private final Export export;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Handover(Customers customers, Export export, Audit audit, TransactionTemplate transaction) {
        this.customers = customers;
        this.export = export;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Everything that is known of the customer of this brand; that it was given out is recorded.
     *
     * @throws org.amends.server.problem.Problem when the caller may not see the customer
     */
    public Map<String, Object> of(String customer, String brand, Caller caller) {
        List<KeptCustomer> named = customers.named(customer, brand, caller.brands());
        Map<String, Object> all = export.of(named);
        transaction.executeWithoutResult(status -> named.forEach(each -> audit.record(
                caller.actor(), "customer.handed_over", each.subject(), Map.of("relationship", each.id()))));
        return all;
    }
}
