package org.amends.server.letter;

import java.util.List;
import org.amends.server.access.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who writes letters, for programs of administrators. */
@RestController
@RequestMapping("/v1/letter-companies")
@PreAuthorize("hasAuthority('SCOPE_admin')")
class LetterCompanyApi {

    private final LetterCompanies companies;

    LetterCompanyApi(LetterCompanies companies) {
        this.companies = companies;
    }

    /** All. */
    record All(List<LetterCompanyWish> items) {}

    @GetMapping
    All all() {
        return new All(companies.all().stream().map(LetterCompanyWish::of).toList());
    }

    @PutMapping
    LetterCompanyWish set(@RequestBody LetterCompanyWish asked) {
        LetterCompany company = asked.checked();
        companies.set(company, Caller.current().actor());
        return LetterCompanyWish.of(company);
    }
}
