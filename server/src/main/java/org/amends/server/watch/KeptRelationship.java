package org.amends.server.watch;

import org.amends.relationship.Relationship;

/**
 * A relationship as the store keeps it.
 *
 * @param id the store's own number
 * @param brand empty when the company has one only
 * @param customer the company's own identifier
 * @param relationship its state
 */
record KeptRelationship(long id, String brand, String customer, Relationship relationship) {}
