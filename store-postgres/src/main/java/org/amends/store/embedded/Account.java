package org.amends.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom PostgreSQL's programs run. They refuse to run as root; an ordinary user runs them as themselves.
 *
 * @param prefix what stands before a program on the command line
 * @param owner the numeric user that must own the data, or -1 if whoever runs Amends does already
 */
record Account(List<String> prefix, int owner) {

    private static final Logger LOG = LoggerFactory.getLogger(Account.class);

    /** Users to become where root may not make a name space, the best first. */
    private static final List<String> USERS = List.of("amends", "postgres", "nobody");

    /** Finds a way to run programs on the data in a folder. */
    static Account forDataIn(Path folder) {
        if (!isRoot()) {
            return new Account(List.of(), -1);
        }
        // In a user name space of its own root is nobody to the program, and still itself to the files.
        if (Commands.succeeds("unshare", "-U", "true")) {
            return new Account(List.of("unshare", "-U"), -1);
        }
        for (String user : USERS) {
            List<String> prefix = List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups");
            if (canPass(prefix, folder)) {
                LOG.info("PostgreSQL refuses to run as root, so it runs as {} on {}.", user, folder);
                return new Account(prefix, idOf(user));
            }
        }
        throw new EmbeddedDatabaseException(
                folder,
                "PostgreSQL refuses to run as root, this machine lets root make no user name space, and no other user can"
                        + " enter the folder",
                "Start Amends as an ordinary user, or name a folder that the user postgres can enter, or name a database of your"
                        + " own: --database postgresql://USER@HOST/DATABASE.");
    }

    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    /** Gives a file or folder, and what is in it, to the user who runs the programs. */
    void own(Path place) throws IOException {
        if (owner < 0) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.setAttribute(each, "unix:uid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Others may then pass through the folder to what is theirs, and still not list it. */
    private static boolean canPass(List<String> prefix, Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException failure) {
            throw Folders.explained(folder, "cannot be opened to the user who runs PostgreSQL", failure);
        }
        List<String> command = Stream.concat(prefix.stream(), Stream.of("test", "-x", folder.toString()))
                .toList();
        return Commands.run(command, "").succeeded();
    }

    private static String groupOf(String user) {
        return Commands.run(List.of("id", "-g", user), "").output().strip();
    }

    private static int idOf(String user) {
        return Integer.parseInt(
                Commands.run(List.of("id", "-u", user), "").output().strip());
    }
}
