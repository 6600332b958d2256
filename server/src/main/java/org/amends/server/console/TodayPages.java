package org.amends.server.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that a care team opens every morning. */
@Controller
class TodayPages {

    @GetMapping("/")
    String today() {
        return "console/today";
    }
}
