/** {@code simulate} and {@code demo}: made-up histories in files. */
@NullMarked
package org.amends.cli.simulate;

import org.jspecify.annotations.NullMarked;
