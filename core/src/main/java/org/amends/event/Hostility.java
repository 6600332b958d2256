package org.amends.event;

/** The tone of a complaint: 0 calm, 1 irritated, 2 contempt or accusation, 3 insults, curses or threats. */
public enum Hostility {
    CALM,
    IRRITATED,
    CONTEMPTUOUS,
    RAGING
}
