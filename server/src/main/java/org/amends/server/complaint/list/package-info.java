/** Finds cases: lists in an order, page by page, filtered and searched, kept as queues, and taken away whole as a file. */
@NullMarked
package org.amends.server.complaint.list;

import org.jspecify.annotations.NullMarked;
