package org.amends.server.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends one message to one endpoint, and waits so long and no longer. */
@Component
final class Courier implements DisposableBean {

    /** From the name look-up to the last byte of the answer's head. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    private static final int LONGEST_BODY = 16_384;
    private static final int MOST_CONNECTIONS = 128;
    private static final int MOST_A_HOST = 4;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-alarms").factory());

    Courier(Targets targets) {
        Timeout most = Timeout.of(LONGEST);
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Resolver(targets))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(most)
                                .build())
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_A_HOST)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(most)
                        .setResponseTimeout(most)
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableRedirectHandling()
                .setUserAgent("Amends")
                .build();
    }

    /** Looks names up through the check, and is the only one who does. */
    private record Resolver(Targets targets) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return targets.resolved(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * What came of sending.
     *
     * @param status of the answer; null when none came
     * @param error why none came, for people; null when one came
     * @param took how long it took
     */
    record Answer(@Nullable Integer status, @Nullable String error, Duration took) {

        boolean isTaken() {
            return status != null && status >= 200 && status < 300;
        }

        /** The endpoint says that it is gone for good. */
        boolean isGone() {
            return status != null && status == 410;
        }
    }

    /** Sends. Does not throw: whatever goes wrong is an answer. */
    Answer send(String url, List<byte[]> secrets, String id, Instant at, String body) {
        long begun = System.nanoTime();
        HttpPost request = new HttpPost(url);
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        request.setHeader("webhook-signature", Signing.header(secrets, id, at, body));
        request.setEntity(
                new StringEntity(body, ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8)));
        ScheduledFuture<?> alarm = alarms.schedule(request::cancel, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int status = http.execute(request, answer -> {
                skipBody(request, answer.getEntity());
                return answer.getCode();
            });
            return new Answer(status, null, since(begun));
        } catch (IOException failed) {
            return new Answer(null, told(failed, since(begun)), since(begun));
        } finally {
            boolean ignored = alarm.cancel(false);
        }
    }

    /** What an endpoint says besides its status is of no use. A short body is read, so that the connection serves again. */
    private static void skipBody(HttpPost request, @Nullable HttpEntity body) throws IOException {
        if (body != null) {
            int length = body.getContent().readNBytes(LONGEST_BODY).length;
            if (length == LONGEST_BODY) {
                boolean ignored = request.cancel();
            }
        }
    }

    private static String told(IOException failed, Duration took) {
        if (took.compareTo(LONGEST) >= 0) {
            return "no answer within %d seconds".formatted(LONGEST.toSeconds());
        }
        String message = failed.getMessage();
        return message == null || message.isBlank() ? failed.getClass().getSimpleName() : message;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void destroy() throws IOException {
        alarms.shutdownNow();
        http.close();
    }
}
