/** What people and programs do to a case: each act by its name, what it asks for, and whether the case allows it now. */
@NullMarked
package org.amends.server.complaint.act;

import org.jspecify.annotations.NullMarked;
