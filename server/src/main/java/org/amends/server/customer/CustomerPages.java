package org.amends.server.customer;

import java.util.List;
import java.util.Map;
import org.amends.server.access.Caller;
import org.amends.server.access.Confirmed;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What a person may ask the company to do with their data, and what to do when one person has two identifiers. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_write')")
class CustomerPages {

    private final Customers customers;
    private final Identities identities;
    private final Restriction restriction;
    private final Erasure erasure;
    private final Export export;
    private final Audit audit;
    private final TransactionTemplate transaction;

    CustomerPages(
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

    @GetMapping("/customer")
    String page(
            @RequestParam String customer,
            @RequestParam @Nullable String brand,
            @RequestParam @Nullable String told,
            Model model) {
        model.addAttribute("customer", customer);
        model.addAttribute("shown", Prose.shownId(customer));
        model.addAttribute("brand", brand == null ? "" : brand);
        model.addAttribute("told", told == null || !List.of("done", "failed").contains(told) ? "" : told);
        return "customer/page";
    }

    /** Something that is done with a customer. */
    @FunctionalInterface
    private interface Deed {
        void doIt();
    }

    /** Does it and leads back to the page, which tells whether it was done. */
    private static String back(String customer, @Nullable String brand, Deed deed) {
        String told = "done";
        try {
            deed.doIt();
        } catch (Problem refused) {
            told = "failed";
        }
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/customer").queryParam("customer", "{customer}");
        return brand == null
                ? "redirect:"
                        + page.queryParam("told", told)
                                .encode()
                                .buildAndExpand(customer)
                                .toUriString()
                : "redirect:"
                        + page.queryParam("brand", "{brand}")
                                .queryParam("told", told)
                                .encode()
                                .buildAndExpand(customer, brand)
                                .toUriString();
    }

    @PostMapping("/customer/merge")
    String merge(@RequestParam String customer, @RequestParam @Nullable String brand, @RequestParam String into) {
        return back(customer, brand, () -> {
            var ignored = identities.merge(customer, into.strip(), brand, Caller.current());
        });
    }

    @PostMapping("/customer/unmerge")
    String unmerge(@RequestParam String customer, @RequestParam @Nullable String brand) {
        return back(customer, brand, () -> {
            var ignored = identities.unmerge(customer, brand, Caller.current());
        });
    }

    @PostMapping("/customer/restrict")
    String restrict(@RequestParam String customer, @RequestParam @Nullable String brand) {
        return back(customer, brand, () -> restriction.restrict(customer, brand, Caller.current()));
    }

    @PostMapping("/customer/unrestrict")
    String unrestrict(@RequestParam String customer, @RequestParam @Nullable String brand) {
        return back(customer, brand, () -> restriction.lift(customer, brand, Caller.current()));
    }

    @GetMapping("/customer/export")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    ResponseEntity<Map<String, Object>> export(@RequestParam String customer, @RequestParam @Nullable String brand) {
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

    @PostMapping("/customer/erase")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    @Confirmed
    String erase(@RequestParam String customer, @RequestParam @Nullable String brand, @RequestParam String confirm) {
        if (!customer.equals(confirm.strip())) {
            return back(customer, brand, () -> {
                throw Problem.invalid("confirm", "another name", "Write the customer's identifier once more.");
            });
        }
        Caller caller = Caller.current();
        var ignored = erasure.erase(customers.named(customer, brand, caller.brands()), caller.actor());
        return "redirect:/relationships";
    }
}
