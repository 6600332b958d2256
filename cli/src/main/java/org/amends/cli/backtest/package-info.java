/** {@code amends backtest}: what the diagnosis would have said, beside what happened and beside simpler forecasts. */
@NullMarked
package org.amends.cli.backtest;

import org.jspecify.annotations.NullMarked;
