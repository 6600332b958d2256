package org.amends.guard.act;

import org.amends.slip.IntendedAct;

/**
 * An act that somebody asks about before doing it.
 *
 * @param act what is about to be done
 * @param told what the request itself tells of the customer
 */
public record AskedAct(IntendedAct act, ToldFacts told) {}
