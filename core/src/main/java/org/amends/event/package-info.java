/** What happened in a relationship: immutable facts with stable names. */
package org.amends.event;
