package org.amends.complaint;

import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One element of the plan that was chosen for a case.
 *
 * @param element its name, for example {@code refund}
 * @param amount its worth, or null where it costs no money
 * @param owed whether it is due by law, contract or published policy; otherwise a gesture
 */
public record ChosenElement(String element, @Nullable Money amount, boolean owed) {}
