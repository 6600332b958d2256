package org.amends.server.complaint.key;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.amends.server.access.AccessSettings;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.complaint.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links to the page of a case, for whoever speaks with its customer and knows that it is them. */
@RestController
@RequestMapping("/v1/cases/{reference}/link")
class CaseKeyApi {

    private final CaseKeys keys;
    private final Cases cases;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final @Nullable URI publicUrl;

    CaseKeyApi(CaseKeys keys, Cases cases, Audit audit, TransactionTemplate transaction, AccessSettings settings) {
        this.keys = keys;
        this.cases = cases;
        this.audit = audit;
        this.transaction = transaction;
        this.publicUrl = settings.publicUrl();
    }

    /** A link that opens all that concerns the customer. */
    record LinkAnswer(String reference, String link) {}

    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.CREATED)
    LinkAnswer make(@PathVariable String reference, HttpServletRequest request) {
        Caller caller = Caller.current();
        String seen = cases.seen(reference, caller.brands()).complaint().reference();
        String key = Objects.requireNonNull(transaction.execute(status -> {
            String made = keys.make(seen, Reach.CUSTOMER, caller.actor());
            audit.record(caller.actor(), "case.link_made", "case:" + seen, Map.of());
            return made;
        }));
        return new LinkAnswer(seen, base(request) + CaseKeys.path(seen, key));
    }

    /** Makes every link to the case worthless, as when one went to the wrong person. */
    @DeleteMapping
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String reference) {
        Caller caller = Caller.current();
        String seen = cases.seen(reference, caller.brands()).complaint().reference();
        transaction.executeWithoutResult(status -> {
            int revoked = keys.revoke(seen);
            audit.record(caller.actor(), "case.links_revoked", "case:" + seen, Map.of("links", revoked));
        });
    }

    private String base(HttpServletRequest request) {
        URI url = publicUrl;
        return url != null
                ? url.toString().replaceAll("/+$", "")
                : "%s://%s:%d".formatted(request.getScheme(), request.getServerName(), request.getServerPort());
    }
}
