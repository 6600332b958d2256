package org.amends.server.customer;

import java.util.List;
import java.util.Map;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What is done to customers as persons, for programs. */
@RestController
@RequestMapping({"/v1/customers/{customer}", "/v1/customer"})
class CustomerApi {

    private final Customers customers;
    private final Identities identities;
    private final Restriction restriction;
    private final Erasure erasure;
    private final Export export;
    private final Audit audit;
    private final TransactionTemplate transaction;

    CustomerApi(
            Customers customers,
            Identities identities,
            Restriction restriction,
            Erasure erasure,
            Export export,
            Audit audit,
            TransactionTemplate transaction) {
        this.customers = customers;
        this.identities = identities;
        this.restriction = restriction;
        this.erasure = erasure;
        this.export = export;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Into whom to merge. */
    record Into(@Nullable String into) {}

    /** In which brands something was done; the empty name is that of relationships without one. */
    record Done(List<String> brands) {}

    /** The identifier of whom to erase, once more. */
    record Confirmation(@Nullable String confirm) {}

    /** What was erased. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ErasedAnswer(int identifiers, int relationships, int events, int auditEntries, int elsewhere) {}

    @PostMapping("/merge")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Done merge(@Asked String customer, @RequestParam(required = false) @Nullable String brand, @RequestBody Into body) {
        String into = body.into();
        if (into == null || into.isBlank()) {
            throw Problem.invalid("into", "missing", "Name the customer who stays.");
        }
        return new Done(identities.merge(customer, into, brand, Caller.current()));
    }

    @PostMapping("/unmerge")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Done unmerge(@Asked String customer, @RequestParam(required = false) @Nullable String brand) {
        return new Done(identities.unmerge(customer, brand, Caller.current()));
    }

    @PostMapping("/restrict")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restrict(@Asked String customer, @RequestParam(required = false) @Nullable String brand) {
        restriction.restrict(customer, brand, Caller.current());
    }

    @PostMapping("/unrestrict")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unrestrict(@Asked String customer, @RequestParam(required = false) @Nullable String brand) {
        restriction.lift(customer, brand, Caller.current());
    }

    /** Everything that is known of the person. */
    @GetMapping("/export")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    ResponseEntity<Map<String, Object>> export(
            @Asked String customer, @RequestParam(required = false) @Nullable String brand) {
        Caller caller = Caller.current();
        List<KeptCustomer> named = customers.named(customer, brand, caller.brands());
        Map<String, Object> all = export.of(named);
        transaction.executeWithoutResult(status -> named.forEach(each ->
                audit.record(caller.actor(), "customer.exported", each.subject(), Map.of("relationship", each.id()))));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customer.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(all);
    }

    /** Erases the person for good. */
    @PostMapping("/erase")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    ErasedAnswer erase(
            @Asked String customer,
            @RequestParam(required = false) @Nullable String brand,
            @RequestBody Confirmation body) {
        if (!customer.equals(body.confirm())) {
            throw Problem.invalid(
                    "confirm",
                    body.confirm() == null ? "missing" : "another name",
                    "Erasing cannot be taken back: write the customer's identifier once more.");
        }
        Caller caller = Caller.current();
        Erasure.Erased erased = erasure.erase(customers.named(customer, brand, caller.brands()), caller.actor());
        return new ErasedAnswer(
                erased.identifiers(),
                erased.relationships(),
                erased.events(),
                erased.auditEntries(),
                erased.elsewhere());
    }
}
