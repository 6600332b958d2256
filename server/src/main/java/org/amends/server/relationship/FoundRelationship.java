package org.amends.server.relationship;

import java.util.List;
import org.amends.relationship.Relationship;

/**
 * The relationship that somebody asked for.
 *
 * @param id the store's own number
 * @param brand empty when the company has one only
 * @param customer the company's own identifier
 * @param relationship its state
 * @param merged other identifiers of the same customer, merged into this one
 */
record FoundRelationship(long id, String brand, String customer, Relationship relationship, List<String> merged) {

    FoundRelationship {
        merged = List.copyOf(merged);
    }
}
