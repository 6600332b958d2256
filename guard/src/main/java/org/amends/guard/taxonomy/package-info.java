/** Taxonomy files of Open Food Facts become food files, so that a company can load the newest and a food expert can correct them. */
@NullMarked
package org.amends.guard.taxonomy;

import org.jspecify.annotations.NullMarked;
