package org.amends.server.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host has an address that must not be called. */
final class ForbiddenTargetException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    ForbiddenTargetException(String host, InetAddress address) {
        super("%s is at %s, which is not on the public internet; allow it with amends.webhook.private-targets=true"
                .formatted(host, address.getHostAddress()));
    }
}
