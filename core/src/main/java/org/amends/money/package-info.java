/** Amounts of money, exact and in one currency. */
package org.amends.money;
