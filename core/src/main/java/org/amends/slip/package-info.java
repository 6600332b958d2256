/** Slips besides a wrong article: contact, advertising, promises and prices that would betray what a customer was told or said. */
package org.amends.slip;
