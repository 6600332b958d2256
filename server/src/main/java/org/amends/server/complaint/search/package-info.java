/** Finds cases by their words: of customers, letters, notes, names, references and tags, in four languages. */
@NullMarked
package org.amends.server.complaint.search;

import org.jspecify.annotations.NullMarked;
