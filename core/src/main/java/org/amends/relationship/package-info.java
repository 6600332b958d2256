/** The relationship of one customer with one brand: its state, folded from events, and its diagnosis. */
package org.amends.relationship;
