package org.amends.store.embedded;

import java.nio.file.Path;

/** PostgreSQL's settings for this machine: durable without exception, and no larger than the machine allows. */
final class ClusterSettings {

    private static final long MIB = 1L << 20;

    /** The same on every machine. */
    private static final String FIXED = """
            # Amends writes this file at every start. Put settings of your own into custom.conf beside it.

            # Only this machine, by TCP, with a password.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100

            # What was acknowledged is on disk.
            fsync = on
            full_page_writes = on
            synchronous_commit = on

            # Nobody copies from this PostgreSQL: ./amends backup is how data leaves.
            wal_level = minimal
            max_wal_senders = 0

            work_mem = 16MB
            checkpoint_timeout = 15min
            checkpoint_completion_target = 0.9
            random_page_cost = 1.1
            jit = off

            # States are updated again and again: sweep early and often.
            autovacuum_naptime = 20s
            autovacuum_vacuum_scale_factor = 0.05
            autovacuum_analyze_scale_factor = 0.05
            autovacuum_vacuum_insert_scale_factor = 0.2
            autovacuum_vacuum_cost_limit = 1000

            # A week of logs, without the data that statements carry.
            logging_collector = on
            log_filename = 'postgresql-%a.log'
            log_rotation_age = 1d
            log_rotation_size = 0
            log_truncate_on_rotation = on
            log_timezone = 'UTC'
            log_error_verbosity = terse
            log_min_error_statement = panic
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            timezone = 'UTC'
            """;

    private ClusterSettings() {}

    /**
     * The settings as a configuration file.
     *
     * @param memory of the machine or container, in bytes
     * @param disk free where the data is, in bytes
     * @param log folder that PostgreSQL writes its log to
     */
    static String text(long memory, long disk, Path log) {
        long buffers = between(64, memory / 8 / MIB, 4096);
        long cache = between(128, memory / 2 / MIB, 65536);
        long upkeep = between(32, memory / 64 / MIB, 512);
        long journal = between(128, disk / 20 / MIB, 8192);
        return FIXED
                + """

                # For this machine.
                shared_buffers = %dMB
                effective_cache_size = %dMB
                maintenance_work_mem = %dMB
                max_wal_size = %dMB
                min_wal_size = %dMB
                log_directory = '%s'
                """.formatted(
                                buffers,
                                cache,
                                upkeep,
                                journal,
                                Math.max(80, journal / 8),
                                log.toString().replace("'", "''"));
    }

    private static long between(long least, long wanted, long most) {
        return Math.max(least, Math.min(wanted, most));
    }
}
