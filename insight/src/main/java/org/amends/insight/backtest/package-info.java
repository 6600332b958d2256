/** Tests what the diagnosis would have said in the past against what customers then did, beside simpler forecasts. */
@NullMarked
package org.amends.insight.backtest;

import org.jspecify.annotations.NullMarked;
