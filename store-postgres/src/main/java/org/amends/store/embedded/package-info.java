/** The PostgreSQL that comes along: its programs unpacked, its data in a folder, started and stopped with Amends. */
@NullMarked
package org.amends.store.embedded;

import org.jspecify.annotations.NullMarked;
