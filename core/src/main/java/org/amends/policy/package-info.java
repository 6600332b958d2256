/** The policy: every number that shapes a decision, each with unit, range, default, evidence and confidence. */
package org.amends.policy;
