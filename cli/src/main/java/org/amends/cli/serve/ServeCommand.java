package org.amends.cli.serve;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.amends.cli.database.DatabaseOption;
import org.amends.server.AmendsServer;
import org.amends.server.ServerSettings;
import org.amends.server.demo.Demo;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amends serve}: takes events, answers questions and shows the console until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the service: events in over HTTP, relationships out, a console for people.")
public final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to listen on; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = ServerSettings.LOOPBACK,
            description =
                    "The address to listen on; 0.0.0.0 is every one. Default: ${DEFAULT-VALUE}, this machine only.")
    private String host = ServerSettings.LOOPBACK;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--demo", description = "Load a simulated grocer, to look round.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "--port is %d. It must be a number from 0 to 65535.".formatted(port));
        }
        DatabaseOption.Opened opened = database.serve();
        AtomicReference<AmendsServer.@Nullable Running> running = new AtomicReference<>();
        // First what uses the database, then the database; also when it is told to stop before it is ready.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running.get(), opened), "stop serving"));
        try {
            AmendsServer.Running server = AmendsServer.start(settings(opened.address(), opened.folder()));
            running.set(server);
            sayWhere(server.port(), opened.folder());
            if (demo) {
                server.part(Demo.class).load(this::say);
            }
        } catch (RuntimeException | Error failure) {
            opened.close();
            throw ServeFailures.told(failure, host, port);
        }
        // Only a signal ends it.
        new CountDownLatch(1).await();
        return 0;
    }

    private static void stop(AmendsServer.@Nullable Running server, DatabaseOption.Opened opened) {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            opened.close();
        }
    }

    private ServerSettings settings(DatabaseAddress address, @Nullable DataFolder folder) {
        return new ServerSettings(
                host,
                port,
                new ServerSettings.Database(
                        address.jdbcUrl(),
                        address.user() == null ? "" : address.user(),
                        address.password() == null ? "" : address.password()),
                folder == null ? null : folder.folder());
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void sayWhere(int listening, @Nullable DataFolder folder) {
        PrintWriter out = spec.commandLine().getOut();
        String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        out.println(
                "Amends is ready at http://%s:%d/".formatted(name.contains(":") ? "[" + name + "]" : name, listening));
        if (folder != null) {
            out.println("Everything is kept in %s. Ctrl-C stops it in order; nothing is lost if it is killed."
                    .formatted(folder.folder()));
        } else {
            out.println("Ctrl-C stops it in order; nothing is lost if it is killed.");
        }
        out.flush();
    }
}
