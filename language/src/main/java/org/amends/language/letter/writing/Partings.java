package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.List;
import org.amends.language.letter.Block;
import org.amends.language.letter.Farewell;
import org.jspecify.annotations.Nullable;

/** Help to leave: what is settled, what is handed over, who else can serve the customer, and then silence. */
final class Partings {

    private Partings() {}

    static void parting(Draft draft, @Nullable Farewell farewell) {
        if (farewell == null) {
            return;
        }
        draft.say("farewell.closes", values -> values.day("date", farewell.closes(), "farewell.closes"));
        Farewell.Balance balance = farewell.balance();
        if (balance != null) {
            draft.say(
                    "farewell.balance",
                    values -> values.sum("amount", balance.amount(), "farewell.balance.amount")
                            .day("date", balance.due(), "farewell.balance.due"));
        }
        Farewell.DataHandover data = farewell.data();
        if (data != null) {
            draft.say("farewell.data", values -> values.day("date", data.due(), "farewell.data.due"));
            draft.tell(data.how(), "farewell.data.how");
        }
        draft.paragraph();
        alternatives(draft, farewell.alternatives());
        draft.say("farewell.silence");
    }

    private static void alternatives(Draft draft, List<Farewell.Alternative> alternatives) {
        if (alternatives.isEmpty()) {
            return;
        }
        draft.say("farewell.others", values -> values.count("count", alternatives.size(), null));
        draft.paragraph();
        List<Block.Item> items = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            String place = "farewell.alternatives[" + i + "]";
            Farewell.Alternative other = alternatives.get(i);
            draft.state(place + ".name", other.name());
            draft.tell(other.why(), place + ".why");
            items.add(new Block.Item(other.name() + ".", draft.taken()));
        }
        draft.items(items);
    }
}
