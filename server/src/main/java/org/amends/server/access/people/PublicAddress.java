package org.amends.server.access.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.amends.server.access.AccessSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where links lead: to the public URL, or where the request came to if none is set. */
@Component
final class PublicAddress {

    private final @Nullable URI url;

    PublicAddress(AccessSettings settings) {
        this.url = settings.publicUrl();
    }

    String of(HttpServletRequest request) {
        URI set = url;
        if (set != null) {
            return set.toString().replaceAll("/+$", "");
        }
        return "%s://%s:%d".formatted(request.getScheme(), request.getServerName(), request.getServerPort());
    }
}
