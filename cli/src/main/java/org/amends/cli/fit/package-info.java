/** Learning a model from the company's own files: the commands under {@code fit}. */
@NullMarked
package org.amends.cli.fit;

import org.jspecify.annotations.NullMarked;
