/** Relationships as people and programs look at them: lists, the story of one, what would happen if. */
@NullMarked
package org.amends.server.relationship;

import org.jspecify.annotations.NullMarked;
