package org.amends.cli.score;

import org.amends.relationship.Diagnosis;
import org.amends.relationship.Relationship;

/**
 * One relationship with its diagnosis.
 *
 * @param relationship its state
 * @param diagnosis what is the matter with it
 * @param events events that counted
 * @param duplicates events that came again and did not
 */
record ScoredCustomer(Relationship relationship, Diagnosis diagnosis, long events, long duplicates) {}
