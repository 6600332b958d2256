package org.amends.server.mailserver;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real mail server that speaks TLS, with a certificate of its own for the name localhost that nobody vouches for. */
public final class SecurePost implements AutoCloseable {

    public static final String PASSWORD = "changeit";

    private static Path keys;

    public final GreenMail mail;

    public SecurePost() {
        System.setProperty("greenmail.tls.keystore.file", keys().toString());
        try {
            mail = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
            });
            mail.start();
        } finally {
            System.clearProperty("greenmail.tls.keystore.file");
        }
    }

    /** The file of the certificate, for whoever trusts it. One for all tests of this JVM, since the mail server keeps it. */
    public static synchronized Path keys() {
        if (keys == null) {
            try {
                keys = Files.createTempDirectory("amends-mail-keys").resolve("keys.p12");
                var unused = run(List.of(
                        tool("keytool"),
                        "-genkeypair",
                        "-alias",
                        "post",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString()));
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
        return keys;
    }

    /** A program of the JDK that runs the tests. */
    public static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** What a program prints that ends well. */
    public static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("%s did not end well: %s".formatted(command.getFirst(), printed));
            }
            return printed;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        mail.stop();
    }
}
