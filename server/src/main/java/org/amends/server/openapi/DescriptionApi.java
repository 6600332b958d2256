package org.amends.server.openapi;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the description, which is written by hand; a test compares it with what the server answers. */
@RestController
class DescriptionApi {

    /** OpenAPI 3.1. */
    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Resource description() {
        return new ClassPathResource("openapi.json", DescriptionApi.class);
    }
}
