/** Failures and how they were recovered: one episode holds a failure with all that followed from it. */
package org.amends.failure;
