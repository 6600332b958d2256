/** What a customer wants to be respected: stated needs and wishes with their history, and what purchases only suggest. */
package org.amends.preference;
