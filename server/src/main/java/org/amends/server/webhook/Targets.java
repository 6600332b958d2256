package org.amends.server.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.amends.server.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Decides where messages may be sent. Whoever sets up a webhook chooses an address that this server then calls from within its
 * network; without a check they could reach what only this server can.
 */
@Component
final class Targets {

    private static final int LONGEST_URL = 2_000;

    private final boolean privateAllowed;

    /** @param privateAllowed whether addresses of this machine and of private networks, and plain HTTP, are allowed */
    Targets(@Value("${amends.webhook.private-targets:false}") boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /**
     * The address of a new endpoint, checked as far as can be without asking for its name.
     *
     * @throws Problem when it cannot be one
     */
    URI checked(String text) {
        URI url = parsed(text);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(privateAllowed && scheme.equals("http"))) {
            throw invalid(text, privateAllowed ? "Write an http or https address." : "Write an https address.");
        }
        if (url.getHost() == null || url.getHost().isBlank()) {
            throw invalid(text, "Write an address with a host, for example https://example.com/amends.");
        }
        if (url.getRawUserInfo() != null) {
            throw invalid(
                    text.replace(url.getRawUserInfo(), "..."), "Leave out name and password: messages are signed.");
        }
        if (url.getRawFragment() != null) {
            throw invalid(text, "Leave out what follows the #.");
        }
        return url;
    }

    private static URI parsed(String text) {
        if (text.length() > LONGEST_URL) {
            throw invalid(text.substring(0, 80) + "...", "Write at most %d characters.".formatted(LONGEST_URL));
        }
        try {
            return new URI(text);
        } catch (URISyntaxException broken) {
            Problem problem = invalid(text, "Write an address such as https://example.com/amends.");
            problem.addSuppressed(broken);
            throw problem;
        }
    }

    private static Problem invalid(String text, String remedy) {
        return Problem.invalid("url", "\"" + text + "\"", remedy);
    }

    /**
     * All addresses of a host. The connection goes to one of these and to no other: a name that is asked for twice may answer
     * differently the second time.
     *
     * @throws ForbiddenTargetException when one of them may not be called
     */
    InetAddress[] resolved(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!privateAllowed && !isPublic(address)) {
                throw new ForbiddenTargetException(host, address);
            }
        }
        return addresses;
    }

    /** Whether an address belongs to the public internet, as far as the address tells. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isPublic(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF)
                : address instanceof Inet6Address && isPublic(bytes);
    }

    /** The special-purpose addresses of RFC 6890 that Java does not name. */
    private static boolean isPublic(int first, int second, int third) {
        boolean sharedByCarriers = first == 100 && second >= 64 && second < 128;
        boolean ofProtocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean forTests = (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 224 && !sharedByCarriers && !ofProtocols && !forTests;
    }

    /** Global unicast only, and none that carries an IPv4 address within, which would be reached behind it. */
    private static boolean isPublic(byte[] bytes) {
        boolean global = (bytes[0] & 0xE0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        boolean documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xFF) == 0xb8;
        return global && !sixToFour && !teredo && !documentation;
    }
}
