/** How a policy is written down: one YAML file, its schema, its tables, and what is wrong with a file that is none. */
@NullMarked
package org.amends.format.policy;

import org.jspecify.annotations.NullMarked;
