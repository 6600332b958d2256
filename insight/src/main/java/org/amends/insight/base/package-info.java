/**
 * Customer base models: how a relationship lives with nothing going wrong, learned from when customers bought and how
 * much they spent.
 */
@NullMarked
package org.amends.insight.base;

import org.jspecify.annotations.NullMarked;
