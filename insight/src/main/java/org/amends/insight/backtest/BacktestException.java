package org.amends.insight.backtest;

/** The histories cannot be back-tested; the message says why and what may help. */
public final class BacktestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BacktestException(String message) {
        super(message);
    }
}
