package org.amends.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.amends.server.problem.Problem;

/** Whatever is given as an endpoint is an address that messages can be sent to, or refused; so is whatever it leads to. */
class TargetsFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void anEndpointOrRefused(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        for (boolean privateAllowed : new boolean[] {false, true}) {
            checked(new Targets(privateAllowed), text, privateAllowed);
            checked(new Targets(privateAllowed), "https://" + text, privateAllowed);
        }
    }

    private static void checked(Targets targets, String text, boolean privateAllowed) {
        URI url;
        try {
            url = targets.checked(text);
        } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(400);
            return;
        }
        assertThat(url.getHost()).isNotBlank();
        assertThat(url.getRawUserInfo()).isNull();
        assertThat(url.getRawFragment()).isNull();
        assertThat(privateAllowed || url.getScheme().equalsIgnoreCase("https")).isTrue();
        assertThat(targets.checked(url.toString())).isEqualTo(url);
    }

    @FuzzTest(maxDuration = "1m")
    void noAddressWithinIsPublic(byte[] data) throws UnknownHostException {
        if (data.length >= 16) {
            InetAddress address = InetAddress.getByAddress(Arrays.copyOf(data, 16));
            boolean within = address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isMulticastAddress()
                    || (data[0] & 0xFE) == 0xFC;
            assertThat(within && Targets.isPublic(address)).isFalse();
        }
    }
}
