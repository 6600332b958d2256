package org.amends.cli.backtest;

import org.amends.insight.backtest.BacktestReport;

/**
 * A back-test with what it was run on.
 *
 * @param report what was found
 * @param policyVersion the name of the policy
 * @param resamples of the bootstrap
 * @param seed of the bootstrap
 * @param rejected rows that were left out with a reason
 * @param tooLong relationships left out because they have more events than a customer can
 */
record Outcome(BacktestReport report, String policyVersion, int resamples, long seed, long rejected, long tooLong) {}
