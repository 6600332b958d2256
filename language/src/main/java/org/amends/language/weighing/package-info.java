/** Linear models: what each feature of a message speaks for, and how much; every answer can be taken apart into its words. */
@NullMarked
package org.amends.language.weighing;

import org.jspecify.annotations.NullMarked;
