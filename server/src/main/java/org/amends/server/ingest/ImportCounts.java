package org.amends.server.ingest;

/**
 * What became of the rows of a file so far.
 *
 * @param rows how many were read
 * @param accepted how many are in the log; in a dry run, how many would be
 * @param duplicate how many were in the log already
 * @param rejected how many were left out
 */
record ImportCounts(long rows, long accepted, long duplicate, long rejected) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                rows + more.rows, accepted + more.accepted, duplicate + more.duplicate, rejected + more.rejected);
    }
}
