/** What a customer base model, fitted to a sample of one company's customers, says of each relationship. */
@NullMarked
package org.amends.insight.outlook;

import org.jspecify.annotations.NullMarked;
