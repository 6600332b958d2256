/** How relationships are diagnosed on this server: with the policy in force and the base model in force. */
@NullMarked
package org.amends.server.diagnosis;

import org.jspecify.annotations.NullMarked;
