package org.amends.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * A server that reads a request to its end and gives the same answer to each: what the JDK's own HTTP server and this machine can do
 * at most.
 *
 * <p>Argument: port.
 */
public final class ConstantAnswers {

    private static final byte[] ANSWER =
            "{\"id\":\"line-1\",\"verdicts\":[{\"id\":\"p-1\",\"verdict\":\"ALLOW\",\"reasons\":[],\"confidence\":0.97}],\"best\":\"p-1\"}"
                    .getBytes(StandardCharsets.US_ASCII);

    private ConstantAnswers() {}

    /** Answers until the process is ended. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] ignored = exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
            }
        });
        server.start();
    }
}
