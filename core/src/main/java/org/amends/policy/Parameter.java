package org.amends.policy;

import static org.amends.policy.Confidence.CHOSEN;
import static org.amends.policy.Confidence.ORDER;
import static org.amends.policy.Confidence.SIGN;
import static org.amends.policy.Confidence.SIZE;
import static org.amends.policy.Unit.COUNT;
import static org.amends.policy.Unit.DAYS;
import static org.amends.policy.Unit.EXPONENT;
import static org.amends.policy.Unit.LOGIT;
import static org.amends.policy.Unit.MONEY;
import static org.amends.policy.Unit.POINTS;
import static org.amends.policy.Unit.RATIO;
import static org.amends.policy.Unit.SHARE;
import static org.amends.policy.Unit.YEARS;

import org.jspecify.annotations.Nullable;

/**
 * Every number of the model that a policy may set: its key, unit, range, default, evidence and how far the evidence carries
 * it. Policy files, their schema and the tables of the documentation are made from this list.
 */
public enum Parameter {
    // A table reads best with one row a line.
    // spotless:off

    // How long things are remembered.
    GOODWILL_HALF_LIFE("half_life.goodwill", DAYS, 30, 3650, 270, ORDER, "Knox and van Oest 2014: purchases are remembered long; Huang et al. 2018: six months", "good experiences lose half their weight"),
    COMPLAINT_HALF_LIFE("half_life.complaint", DAYS, 7, 730, 60, ORDER, "Knox and van Oest 2014: complaints are remembered shortly", "a settled failure loses half its weight"),
    OPEN_FAILURE_HALF_LIFE("half_life.open_failure", DAYS, 7, 1825, 150, CHOSEN, "TARP 1979: the unresolved stay away longest", "an unsettled failure loses half its weight"),
    BETRAYAL_HALF_LIFE("half_life.betrayal", DAYS, 7, 1825, 240, SIGN, "Gregoire, Tripp and Legoux 2009: strong ties forgive slowly", "a breach of trust loses half its weight"),
    COMPETITOR_HALF_LIFE("half_life.competitor_signal", DAYS, 7, 730, 45, CHOSEN, "Keaveney 1995: competition is a reason of its own", "a sign of looking elsewhere loses half its weight"),
    REVENGE_HALF_LIFE("half_life.revenge", DAYS, 7, 730, 75, SIGN, "Gregoire, Tripp and Legoux 2009: falls, still high after two months", "the wish for revenge halves in a weak relationship"),
    REVENGE_SLOWDOWN("half_life.revenge_slowdown", RATIO, 0, 5, 1, SIGN, "Gregoire, Tripp and Legoux 2009: falls slower in strong relationships", "how much longer revenge lasts in the strongest relationship, 1 meaning twice as long"),
    AVOIDANCE_HALF_TIME("half_life.avoidance_rise", DAYS, 7, 730, 60, SIGN, "Gregoire, Tripp and Legoux 2009: avoidance rises", "half of the avoidance to come has come"),
    CLOSENESS_HALF_LIFE("half_life.closeness", DAYS, 7, 730, 90, SIGN, "Maxham and Netemeyer 2002: failures close in time attenuate recovery", "two failures this far apart are half as close"),

    // How a relationship lives with nothing going wrong, where no fitted model is given.
    BASE_SHAPE("base.shape", RATIO, 0.01, 10, 0.9, CHOSEN, "of the order of the Pareto/NBD on CDNOW: s 0.606", "shape s of the Lomax lifetime"),
    BASE_SCALE("base.scale", YEARS, 0.01, 100, 5.0, CHOSEN, "chosen for 4 % leaving in the first quarter and 1.5 % in one after ten years", "scale beta of the Lomax lifetime"),

    // What holds a relationship: subtracted from the logit of leaving.
    NEGATIVITY("reserve.negativity", RATIO, 1, 12, 5, ORDER, "Baumeister et al. 2001; CEB 4:1; range 2 to 12", "good experiences needed to outweigh one failure of middling severity"),
    GOODWILL_CEILING("reserve.goodwill_ceiling", LOGIT, 0, 5, 0.9, SIGN, "Knox and van Oest 2014: prior purchases mitigate", "the most that good experiences can hold"),
    PURCHASE_MOMENT("reserve.purchase_moment", RATIO, 0, 5, 0.1, SIGN, "Knox and van Oest 2014", "how far a purchase without trouble counts as a good experience"),
    ENGAGEMENT_MOMENT("reserve.engagement_moment", RATIO, 0, 5, 0.2, CHOSEN, "no measured size", "how far taking part counts as a good experience"),
    TRUST_HOLD("reserve.trust", LOGIT, 0, 5, 0.8, SIGN, "Bolton 1998: prior satisfaction weighs in staying", "full trust against middling trust"),
    SELF_RELEVANCE_HOLD("reserve.self_relevance", LOGIT, 0, 5, 0.3, SIGN, "Mattila 2004: commitment keeps behaviour", "full against middling self-relevance"),
    TIER_HOLD("reserve.tier", LOGIT, 0, 2, 0.15, SIGN, "von Wangenheim and Bayon 2007: upgrades hardly help", "gold against no membership"),
    NO_SUBSTITUTES("reserve.no_substitutes", LOGIT, -3, 0, -0.3, SIGN, "Anton, Camarero and Carrero 2007", "no alternative at hand"),
    MANY_SUBSTITUTES("reserve.many_substitutes", LOGIT, 0, 3, 0.25, SIGN, "Anton, Camarero and Carrero 2007", "many alternatives at hand"),
    HIGH_SWITCHING_COST("reserve.high_switching_cost", LOGIT, -3, 0, -0.4, SIGN, "Anton, Camarero and Carrero 2007", "leaving costs much"),
    EASE_WITHOUT_SUBSTITUTES("reserve.ease_without_substitutes", RATIO, 0, 1, 0.8, SIGN, "Anton, Camarero and Carrero 2007", "share of harm that turns into leaving when there is no alternative"),
    EASE_WITH_MANY_SUBSTITUTES("reserve.ease_with_many_substitutes", RATIO, 1, 3, 1.2, SIGN, "Anton, Camarero and Carrero 2007", "the same with many alternatives"),
    EASE_AT_HIGH_COST("reserve.ease_at_high_cost", RATIO, 0, 1, 0.8, SIGN, "Chebat and Ben-Amor: angry but captive", "the same when leaving costs much"),

    // Acute failure.
    ACUTE_HARM("acute.harm", LOGIT, 0, 8, 2.8, ORDER, "TARP 1979: repurchase .37 against .95", "harm of the gravest failure today"),
    SEVERITY_EXPONENT("acute.severity_exponent", EXPONENT, 0.2, 4, 1.7, SIGN, "Soares and Proenca 2015: severity lowers repurchase", "how steeply harm grows with severity"),
    UNCONTROLLABLE_SHARE("acute.uncontrollable_share", RATIO, 0, 1, 0.6, SIGN, "Van Vaerenbergh et al. 2014", "harm of a failure that the company could not prevent, against one it could"),
    STABLE_FACTOR("acute.stable_factor", RATIO, 1, 3, 1.15, SIGN, "Van Vaerenbergh et al. 2014: stability hits overall satisfaction", "harm when the cause is likely to recur"),
    BUFFER("acute.buffer", SHARE, 0, 1, 0.5, SIGN, "Hess, Ganesan and Klein 2003", "share of the harm of a fair failure that the strongest relationship takes off"),
    MAGNIFIER("acute.magnifier", RATIO, 0, 3, 0.35, SIGN, "Gregoire and Fisher 2008", "what the strongest relationship adds to the harm of an unfair failure"),
    TIER_MAGNIFIER("acute.tier_magnifier", RATIO, 0, 3, 0.45, SIGN, "von Wangenheim and Bayon 2007: stronger for high-value customers", "what gold membership adds to the harm of a grave failure"),
    LOSS_HARM("acute.loss", RATIO, 0, 3, 0.35, ORDER, "TARP 1979: quickly resolved .82 when much was lost, .95 when little", "added to harm when the loss is very large"),
    REPEAT_HARM("acute.repeat", LOGIT, 0, 5, 0.9, SIGN, "Maxham and Netemeyer 2002", "added when the same failed just before"),
    RATCHET("acute.ratchet", RATIO, 0, 2, 0.12, SIGN, "Maxham and Netemeyer 2002: expectations rise after a good recovery", "added to harm for each earlier good recovery, saturating"),
    DOUBLE_DEVIATION("acute.double_deviation", LOGIT, 0, 5, 1.0, SIGN, "Bitner, Booms and Tetreault 1990; Maxham and Netemeyer 2002", "added by a failed recovery of the gravest failure"),
    REPLY_DELAY("acute.reply_delay", LOGIT, 0, 5, 0.55, SIGN, "Huang et al. 2018: faster is never worse", "added by a month without a real answer"),
    REPLY_DELAY_SCALE("acute.reply_delay_scale", DAYS, 0.05, 60, 2, CHOSEN, "Huang et al. 2018", "waiting time at which the delay begins to tell"),
    HOSTILITY_HARM("acute.hostility", LOGIT, 0, 5, 0.45, SIGN, "Anton, Camarero and Carrero 2007: anger incidents", "added when the customer rages"),
    UNVOICED("acute.unvoiced", LOGIT, -1, 1, 0.12, CHOSEN, "TARP 1979 says lost, Voorhees et al. 2006 says fine: small, wide", "added when a failure was never spoken of"),

    // Recovery.
    RECOVERY_CEILING("recovery.ceiling", SHARE, 0, 1, 0.85, ORDER, "Knox and van Oest 2014: does not fully offset", "share of harm that the best recovery undoes"),
    SEVERITY_LOSS("recovery.severity_loss", SHARE, 0, 1, 0.4, SIGN, "Magnini 2004: severe failures are not brought back to par", "share of that lost at the gravest failure"),
    REPEAT_LOSS("recovery.repeat_loss", SHARE, 0, 1, 0.35, SIGN, "Maxham and Netemeyer 2002", "share lost when the same failed just before"),
    DEVIATION_LOSS("recovery.deviation_loss", SHARE, 0, 1, 0.35, SIGN, "Maxham and Netemeyer 2002", "share lost after a failed recovery"),
    LATE_LOSS("recovery.late_loss", SHARE, 0, 1, 0.35, ORDER, "TARP 1979: quickly resolved .82 against .54", "share lost when the recovery comes very late"),
    LATE_HALF_TIME("recovery.late_half_time", DAYS, 1, 365, 14, CHOSEN, "TARP 1979", "half of that is lost"),
    MARKET_GAIN("recovery.market_gain", RATIO, 0, 1, 0.08, SIGN, "Morgeson et al. 2020: recovery counts more in competitive markets", "added with many alternatives, taken off with none"),
    SATISFACTION_GAIN("recovery.satisfaction_gain", RATIO, 0, 1, 0.2, SIGN, "Morgeson et al. 2020: and for more satisfied customers", "added at full trust, taken off at none"),
    HOSTILITY_LOSS("recovery.hostility_loss", SHARE, 0, 1, 0.2, SIGN, "Sakulsinlapakorn and Zhang 2019: aggression", "share lost when the customer rages"),
    EXPECTATION_LOSS("recovery.expectation_loss", SHARE, 0, 1, 0.12, SIGN, "McCollough, Berry and Yadav 2000", "share lost at the highest expectation"),
    BETRAYAL_CEILING("recovery.betrayal_ceiling", SHARE, 0, 1, 0.55, SIGN, "Gregoire and Fisher 2008", "share of a breach of trust that the best recovery undoes"),
    CLOSED_ONLY("recovery.closed_only", SHARE, 0, 1, 0.3, ORDER, "TARP 1979", "quality of a case that was closed with nothing known of how"),
    OPEN_CASE("recovery.open_case", SHARE, 0, 1, 0.85, CHOSEN, "TARP 1979", "what a recovery counts while its case is still open"),
    POOR_QUALITY("recovery.poor_quality", SHARE, 0, 1, 0.35, CHOSEN, "Maxham and Netemeyer 2002", "below this an attempted recovery has failed"),
    DISTRIBUTIVE("recovery.distributive", SHARE, 0, 1, 0.4, ORDER, "Gelbrich and Roschk 2011: for loyalty interactional is at least distributive", "weight of what was given"),
    INTERACTIONAL("recovery.interactional", SHARE, 0, 1, 0.4, ORDER, "Gelbrich and Roschk 2011", "weight of how the customer was treated"),
    PROCEDURAL("recovery.procedural", SHARE, 0, 1, 0.2, ORDER, "Orsingher, Valentini and de Angelis 2010: procedural is weakest", "weight of speed and fairness of the handling"),
    OFFER_STEEPNESS("recovery.offer_steepness", RATIO, 0.1, 50, 7.324, SIZE, "Gelbrich, Gaethke and Gregoire 2015: steepest between 60 % and 120 %", "steepness of the effect of compensation divided by loss"),
    OFFER_MIDPOINT("recovery.offer_midpoint", RATIO, 0.1, 3, 0.9, SIZE, "Gelbrich, Gaethke and Gregoire 2015", "compensation divided by loss that has half the effect"),
    OFFER_CAP("recovery.offer_cap", RATIO, 1, 5, 1.5, SIZE, "Haesevoets et al. 2017: helps to about 150 %, then falls", "compensation divided by loss beyond which more does not help"),
    OVERCOMPENSATION_LOSS("recovery.overcompensation_loss", RATIO, 0, 2, 0.15, SIGN, "Haesevoets et al. 2017", "effect lost for each further loss paid beyond the cap"),
    MONEY_ALONE("recovery.money_alone", SHARE, 0, 1, 0.51, SIZE, "CCMC 2015: 37 % satisfied with money, 73 % with words added", "what money without words does of what money with words does"),
    UNCONTROLLABLE_OFFER("recovery.uncontrollable_offer", SHARE, 0, 1, 0.25, SIGN, "Grewal, Roggeveen and Tsiros 2008", "effect of compensation when the company was not responsible"),
    ESTEEM_OFFER("recovery.esteem_offer", SHARE, 0, 1, 0.5, SIGN, "Krapfel 1985; Abeler et al. 2010: apology 45 %, small cash 21 %", "effect of compensation when respect is wanted rather than redress"),
    BREACH_STEEPNESS("recovery.breach_steepness", RATIO, 0, 5, 1.2, SIGN, "Goode et al. 2017: below and above expectation both hurt", "effect lost per loss paid too little after a data breach"),
    BREACH_EXCESS("recovery.breach_excess", RATIO, 0, 5, 0.5, SIGN, "Goode et al. 2017", "effect lost per loss paid too much after a data breach"),
    PARADOX_MILD("recovery.paradox_mild", SHARE, 0, 1, 0.4, SIGN, "Magnini et al. 2007", "severity up to which a failure is mild"),
    PARADOX_QUALITY("recovery.paradox_quality", SHARE, 0, 1, 0.8, SIZE, "Edstroem et al. 2022: threshold at 80 % of price", "recovery quality from which the paradox is possible"),
    PARADOX_RESTORES("recovery.paradox_restores", SHARE, 0, 1, 0.96, SIGN, "Knox and van Oest 2014: in almost all cases not fully", "share of harm undone when all conditions of the paradox hold"),
    PARADOX_SATISFACTION("recovery.paradox_satisfaction_lift", SHARE, 0, 1, 0.1, SIGN, "de Matos, Henrique and Rossi 2007", "rise of satisfaction above the time before the failure"),
    PARADOX_LOYALTY("recovery.paradox_loyalty_lift", LOGIT, 0, 2, 0, SIGN, "de Matos, Henrique and Rossi 2007: no effect on repurchase", "rise of loyalty above the time before the failure"),

    // Accumulation.
    ISSUE_HARM("accumulation.issue", LOGIT, 0, 3, 0.17, CHOSEN, "Keaveney 1995: 55 % name two reasons or more", "harm of one small open issue"),
    ISSUE_EXPONENT("accumulation.exponent", EXPONENT, 1, 3, 1.5, SIGN, "MLC churn: flat to three service calls, then 44 %", "how much more than their sum several issues harm"),
    ISSUE_AGE("accumulation.age", RATIO, 0, 5, 0.8, CHOSEN, "Keaveney 1995", "added to an issue's weight when it is very old"),
    ISSUE_AGE_SCALE("accumulation.age_scale", DAYS, 1, 730, 90, CHOSEN, "Keaveney 1995", "age at which two thirds of that are added"),
    ISSUE_DIGESTED("accumulation.digested", COUNT, 1, 1000, 12, CHOSEN, "Knox and van Oest 2014: later purchases mitigate", "purchases since an issue came up that halve its weight"),
    LARGE_ISSUE_SHARE("accumulation.large_issue_share", SHARE, 0, 1, 0.5, CHOSEN, "Keaveney 1995", "how far a large open failure also counts as an open issue"),
    REPEATED_CONTACT("accumulation.contact", LOGIT, 0, 2, 0.18, SIGN, "CCMC 2013: one contact satisfies 1.5 times as often", "harm of each further contact about the same issue"),
    CANCELLATION("accumulation.cancellation", LOGIT, 0, 3, 0.5, CHOSEN, "Online Retail back-test", "harm when every purchase is cancelled or returned"),
    ACCUMULATION_CEILING("accumulation.ceiling", LOGIT, 0.1, 8, 4, CHOSEN, "Keaveney 1995", "the most that open issues do"),

    // Fading.
    SILENCE("fading.silence", RATIO, 0, 3, 1, CHOSEN, "Fader and Hardie: P(alive) of the base model", "weight of the base model's evidence that the customer is gone"),
    NEGLECT("fading.neglect", LOGIT, 0, 5, 0.7, SIGN, "Totango and Gainsight practice; no measured size", "harm of very long inattention by the company"),
    NEGLECT_GRACE("fading.neglect_grace", DAYS, 0, 365, 30, CHOSEN, "no measured size", "inattention that harms nothing"),
    NEGLECT_SCALE("fading.neglect_scale", DAYS, 1, 1825, 180, CHOSEN, "no measured size", "inattention at which two thirds of that harm are done"),

    // Competitor pull.
    COMPETITOR_SIGNAL("competitor.signal", LOGIT, 0, 5, 1.2, SIGN, "Keaveney 1995: competition 10 %", "harm of the plainest sign today"),
    COMPETITOR_CEILING("competitor.ceiling", LOGIT, 0, 6, 2.2, CHOSEN, "Keaveney 1995", "the most that many signs do"),

    // Betrayed trust.
    BETRAYAL_HARM("betrayal.harm", LOGIT, 0, 8, 2.0, SIGN, "Gregoire and Fisher 2008", "harm of the gravest breach of trust to a customer without ties"),
    BETRAYAL_SELF_RELEVANCE("betrayal.self_relevance", RATIO, 0, 5, 1.2, SIGN, "Gregoire and Fisher 2008: relationship times unfairness", "what full self-relevance adds to it"),
    BETRAYAL_TENURE("betrayal.tenure", RATIO, 0, 5, 1.8, SIGN, "Gregoire and Fisher 2008", "what very long tenure adds to it"),
    TENURE_SCALE("betrayal.tenure_scale", YEARS, 0.1, 30, 3, CHOSEN, "Gregoire and Fisher 2008", "tenure that counts half"),
    BETRAYAL_TIER("betrayal.tier", RATIO, 0, 5, 0.5, SIGN, "von Wangenheim and Bayon 2007", "what gold membership adds to it"),
    BROKEN_PROMISE("betrayal.broken_promise", LOGIT, 0, 5, 0.7, SIGN, "Gregoire and Fisher 2008", "harm of an answer that came long after its promised time"),

    // Leaving and having left.
    ANNOUNCED("departure.announced", LOGIT, 0, 8, 2.5, CHOSEN, "no measured size", "harm when the customer said that they leave"),
    LEFT_INTERCEPT("departure.intercept", LOGIT, -3, 6, 1.4, CHOSEN, "Kumar, Bhagwat and Zhang 2015; chosen for 80 % not coming back", "logit of not coming back with nothing else known"),
    LEFT_SHARE("departure.harm_share", SHARE, 0, 1, 0.6, SIGN, "Kumar, Bhagwat and Zhang 2015: service leavers return less", "how far harm still tells after leaving"),
    LEFT_SELF_RELEVANCE("departure.self_relevance", LOGIT, 0, 5, 0.9, SIGN, "Johnson, Matear and Thomson 2011: win-back may make it worse", "added at full self-relevance"),
    LEFT_RECOVERED("departure.recovered", LOGIT, 0, 3, 0.3, SIGN, "Kumar, Bhagwat and Zhang 2015: those who had a recovery return more", "taken off for an earlier good recovery"),

    // What is named and flagged.
    MODE_THRESHOLD("diagnosis.mode_threshold", LOGIT, 0, 3, 0.25, CHOSEN, "no measured size", "a way of breaking that adds less is not named"),
    FADING_THRESHOLD("diagnosis.fading_threshold", LOGIT, 0, 3, 0.4, CHOSEN, "no measured size", "fading that adds less is not named: some silence is in every rhythm"),
    SILENT_SEVERITY("diagnosis.silent_severity", SHARE, 0, 1, 0.3, CHOSEN, "Voorhees et al. 2006: silent customers differ", "severity from which an unvoiced failure makes a silent sufferer"),
    SILENT_DAYS("diagnosis.silent_days", DAYS, 7, 3650, 365, CHOSEN, "no measured size", "how long a silent sufferer is looked for"),
    LOYAL_YEARS("diagnosis.loyal_years", YEARS, 0, 50, 2, CHOSEN, "no measured size", "tenure from which a customer is of long standing"),
    NEGLECTED_DAYS("diagnosis.neglected_days", DAYS, 1, 3650, 180, CHOSEN, "no measured size", "inattention from which a loyal customer is neglected"),
    PARTING_SELF_RELEVANCE("diagnosis.parting_self_relevance", SHARE, 0, 1, 0.6, SIGN, "Johnson, Matear and Thomson 2011", "self-relevance from which an ex-customer is left in peace"),

    // Retaliation.
    RETALIATION_INTERCEPT("retaliation.intercept", LOGIT, -8, 0, -3.4, SIZE, "CCMC 2003 to 2025: 3 % to 17 % of those with a problem", "logit with nothing known"),
    RETALIATION_SELF_RELEVANCE("retaliation.self_relevance", LOGIT, 0, 5, 0.5, SIGN, "Johnson, Matear and Thomson 2011", "full self-relevance while the relationship lasts"),
    RETALIATION_AFTER_EXIT("retaliation.after_exit", LOGIT, 0, 5, 1.6, SIGN, "Johnson, Matear and Thomson 2011: even without any incident", "full self-relevance after leaving, on top"),
    RETALIATION_TRUST("retaliation.trust", LOGIT, 0, 5, 0.9, SIGN, "Johnson, Matear and Thomson 2011: trust without self-relevance calms", "taken off at full trust without self-relevance"),
    RETALIATION_ANGER("retaliation.anger", LOGIT, 0, 8, 1.6, SIGN, "Van Vaerenbergh et al. 2014", "the gravest controllable failure today"),
    RETALIATION_UNCONTROLLABLE("retaliation.uncontrollable", SHARE, 0, 1, 0.4, SIGN, "Gregoire and Fisher 2006", "anger at what the company could not prevent, against what it could"),
    RETALIATION_BETRAYAL("retaliation.betrayal", RATIO, 0, 3, 0.45, SIGN, "Gregoire and Fisher 2008", "how far a breach of trust adds to it, per logit of harm"),
    RETALIATION_DEVIATION("retaliation.double_deviation", LOGIT, 0, 5, 0.8, SIGN, "Joireman et al. 2013", "a failed recovery"),
    RETALIATION_HOSTILITY("retaliation.hostility", LOGIT, 0, 5, 1.5, SIGN, "Sakulsinlapakorn and Zhang 2019", "a raging customer"),
    RETALIATION_DELAY("retaliation.delay", LOGIT, 0, 5, 0.5, SIGN, "Hogreve, Bilstein and Mandl 2017: long times raise negative word of mouth", "a month without a real answer"),
    RETALIATION_ESTEEM("retaliation.esteem", LOGIT, 0, 3, 0.3, SIGN, "Krapfel 1985", "self-respect is what was lost"),
    RETALIATION_CAPTIVITY("retaliation.captivity", LOGIT, 0, 3, 0.2, SIGN, "Chebat and Ben-Amor", "an angry customer who cannot leave"),
    RETALIATION_GOODWILL("retaliation.goodwill", LOGIT, 0, 3, 0.3, SIGN, "Hess, Ganesan and Klein 2003", "taken off by the fullest goodwill"),
    RETALIATION_PUBLIC("retaliation.public", LOGIT, 0, 5, 1.2, CHOSEN, "no measured size", "criticised in public before"),

    // Complaint propensity.
    VOICE_INTERCEPT("voice.intercept", LOGIT, -8, 2, -2.8, CHOSEN, "between TARP 1979 (1 in 27) and US OCA 1979 (69 %)", "logit with nothing known"),
    VOICE_SEVERITY("voice.severity", LOGIT, 0, 6, 2.0, SIGN, "Fornell and Wernerfelt 1987: expected payoff", "the gravest failure"),
    VOICE_LOSS("voice.loss", LOGIT, 0, 5, 0.9, SIGN, "Fornell and Wernerfelt 1987: expected payoff", "a very large loss"),
    VOICE_SUCCESS("voice.past_success", LOGIT, 0, 5, 0.5, SIGN, "Fornell and Wernerfelt 1987: past success", "each doubling of earlier success"),
    VOICE_LOYALTY("voice.loyalty", LOGIT, 0, 5, 0.6, SIGN, "Hirschman 1970", "the strongest relationship"),
    VOICE_CAPTIVITY("voice.switching_cost", LOGIT, 0, 5, 0.3, SIGN, "Hirschman 1970", "leaving costs much"),
    VOICE_SUBSTITUTES("voice.substitutes", LOGIT, 0, 5, 0.35, SIGN, "Hirschman 1970", "many alternatives take it off, none adds it"),
    VOICE_CONTROLLABLE("voice.controllable", LOGIT, 0, 5, 0.4, SIGN, "Van Vaerenbergh et al. 2014", "the company could have prevented it"),
    VOICE_HOSTILITY("voice.hostility", LOGIT, 0, 5, 0.8, SIGN, "Van Vaerenbergh et al. 2014", "a raging customer"),
    VOICE_ISSUES("voice.issues", LOGIT, 0, 5, 0.35, SIGN, "Fornell and Wernerfelt 1987", "each doubling of open issues"),
    VOICE_LACK_OF_MEANS("voice.lack_of_means", LOGIT, 0, 5, 0.4, SIGN, "Fornell and Wernerfelt 1987: cost", "a vulnerable customer"),
    VOICE_VOICED("voice.voiced", LOGIT, 0, 5, 0.9, SIGN, "Fornell and Wernerfelt 1987", "has spoken up about this"),
    VOICE_LEFT("voice.left", LOGIT, 0, 5, 0.8, SIGN, "Hirschman 1970: exit ends voice", "has left"),

    // Expectation of recovery.
    EXPECT_INTERCEPT("expectation.intercept", LOGIT, -5, 5, -1.2, CHOSEN, "no measured size", "logit with nothing known"),
    EXPECT_TIER("expectation.tier", LOGIT, 0, 3, 0.8, SIGN, "Kelley and Davis 1994", "gold membership"),
    EXPECT_TENURE("expectation.tenure", LOGIT, 0, 3, 0.6, SIGN, "Kelley and Davis 1994", "very long tenure"),
    EXPECT_SELF_RELEVANCE("expectation.self_relevance", LOGIT, 0, 3, 0.4, SIGN, "Kelley and Davis 1994", "full self-relevance"),
    EXPECT_SUCCESS("expectation.past_success", LOGIT, 0, 3, 0.45, SIGN, "Maxham and Netemeyer 2002", "each doubling of earlier success"),
    EXPECT_SEVERITY("expectation.severity", LOGIT, 0, 5, 1.3, SIGN, "Smith, Bolton and Wagner 1999", "the gravest failure"),
    EXPECT_LOSS("expectation.loss", LOGIT, 0, 5, 0.5, SIGN, "Smith, Bolton and Wagner 1999", "a very large loss"),
    EXPECT_CONTROLLABLE("expectation.controllable", LOGIT, 0, 3, 0.35, SIGN, "Van Vaerenbergh et al. 2014", "the company could have prevented it"),
    EXPECT_WAIT("expectation.wait", LOGIT, 0, 3, 0.7, SIGN, "Hogreve, Bilstein and Mandl 2017: inverted U after a zone of tolerance", "the height of the rise"),
    EXPECT_TOLERANCE("expectation.tolerance", DAYS, 0, 60, 2, CHOSEN, "Hogreve, Bilstein and Mandl 2017: the length is not given", "waiting that raises nothing"),
    EXPECT_PEAK("expectation.peak", DAYS, 1, 365, 30, CHOSEN, "Hogreve, Bilstein and Mandl 2017", "waiting at which it is highest"),
    EXPECT_PROMISE("expectation.broken_promise", LOGIT, 0, 3, 0.35, SIGN, "Hogreve, Bilstein and Mandl 2017", "the promised time has passed"),
    EXPECT_DEVIATION("expectation.double_deviation", LOGIT, 0, 3, 0.5, SIGN, "Maxham and Netemeyer 2002", "a recovery has failed"),
    EXPECT_HOSTILITY("expectation.hostility", LOGIT, 0, 3, 0.3, SIGN, "Krapfel 1985", "a raging customer"),
    EXPECT_ONE_MESSAGE("expectation.one_message", SHARE, 0, 1, 0.5, SIGN, "Hogreve, Bilstein and Mandl 2017", "share of the rise that updates or an explanation take off; both together take off none"),

    // Order of handling.
    PRIORITY_VULNERABLE("priority.vulnerable", POINTS, 0, 100, 30, CHOSEN, "ISO 10002: initial assessment", "a vulnerable customer with something open"),
    PRIORITY_SAFETY("priority.safety", POINTS, 0, 100, 30, CHOSEN, "ISO 10002: safety implication", "somebody is in danger"),
    PRIORITY_SEVERITY("priority.severity", POINTS, 0, 100, 20, CHOSEN, "ISO 10002: severity", "the gravest open failure"),
    PRIORITY_HOSTILITY("priority.hostility", POINTS, 0, 100, 8, CHOSEN, "ISO 10002: impact", "a raging customer"),
    PRIORITY_WAIT("priority.wait", POINTS, 0, 100, 12, CHOSEN, "ISO 10002: responsiveness", "waiting long for an answer"),
    PRIORITY_PROMISE("priority.broken_promise", POINTS, 0, 100, 8, CHOSEN, "ISO 10002: responsiveness", "the promised time has passed"),
    PRIORITY_LEAVING("priority.leaving", POINTS, 0, 100, 15, CHOSEN, "chosen: risk before value", "certain to leave"),
    PRIORITY_RETALIATION("priority.retaliation", POINTS, 0, 100, 15, CHOSEN, "chosen: risk before value", "certain to retaliate"),
    PRIORITY_VALUE("priority.value", POINTS, 0, 100, 5, CHOSEN, "what is owed does not depend on it: small", "a customer of very high value"),
    PRIORITY_VOICED("priority.voiced", POINTS, 0, 100, 5, CHOSEN, "ISO 10002: responsiveness", "waits for an answer to a complaint"),
    PRIORITY_ISSUES("priority.issues", POINTS, 0, 100, 8, CHOSEN, "ISO 10002: complexity", "many open issues"),

    // Opportunistic claims.
    CLAIM_INTERCEPT("opportunism.intercept", LOGIT, -8, 2, -3, CHOSEN, "Wirtz and McColl-Kennedy 2010", "logit with nothing known"),
    CLAIM_RELATIONSHIP("opportunism.relationship", LOGIT, 0, 5, 1.5, SIGN, "Wirtz and McColl-Kennedy 2010: lower in relationships", "taken off in the strongest relationship"),
    CLAIM_FAIRNESS("opportunism.unfairness", LOGIT, 0, 5, 1, SIGN, "Wirtz and McColl-Kennedy 2010: higher when justice is low", "added when the handling was unfair"),

    // Plans.
    GESTURE_AMOUNT("plan.gesture_amount", MONEY, 0, 1_000_000, 10, CHOSEN, "Halperin et al. 2022: a coupon of 5 with words works best after a bad trip", "money on top for a failure of full severity and middling expectation"),
    GESTURE_SHARE("plan.gesture_share", SHARE, 0, 0.5, 0.05, SIGN, "Smith, Bolton and Wagner 1999: resources commensurate with the magnitude of the failure", "share of the loss that money on top grows by, for a failure of full severity and middling expectation"),
    PERSONAL_SEVERITY("plan.personal_severity", SHARE, 0, 1, 0.6, SIGN, "Roschk and Kaiser 2013: empathy before intensity before timing", "severity from which somebody who is responsible apologises in person"),
    MENDED_WORTH("plan.mended_worth", MONEY, 0, 1_000_000, 150, CHOSEN, "Fornell and Wernerfelt 1987: a complainant may be worth more than the margin", "what keeping any customer is worth, however little they buy"),
    RETALIATION_COST("plan.retaliation_cost", MONEY, 0, 1_000_000, 100, CHOSEN, "Proserpio and Zervas 2017: public answers move ratings by 0.12 stars", "what one act of retaliation costs"),
    PARTING_RETALIATION("plan.parting_retaliation", SHARE, 0, 1, 0.5, SIGN, "Johnson, Matear and Thomson 2011: win-back may exacerbate", "retaliation risk from which parting is weighed while the customer is still there"),
    PARTING_POWER("plan.parting_power", SHARE, 0, 1, 0.4, SIGN, "Joireman, Gregoire and Tripp 2016: forgiveness fails after failed recoveries", "recovery power down to which parting is weighed while the customer is still there"),
    APPROVAL_AGENT("plan.approval_agent", MONEY, 0, 1_000_000, 50, CHOSEN, "four-eyes practice; no measured size", "gestures of money above this need a second person when an agent decides"),
    APPROVAL_LEAD("plan.approval_lead", MONEY, 0, 1_000_000, 500, CHOSEN, "four-eyes practice; no measured size", "gestures of money above this need a second person when a lead decides");
    // spotless:on

    private final String key;
    private final Unit unit;
    private final double least;
    private final double most;
    private final double defaultValue;
    private final Confidence confidence;
    private final String evidence;
    private final String meaning;

    Parameter(
            String key,
            Unit unit,
            double least,
            double most,
            double defaultValue,
            Confidence confidence,
            String evidence,
            String meaning) {
        this.key = key;
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.defaultValue = defaultValue;
        this.confidence = confidence;
        this.evidence = evidence;
        this.meaning = meaning;
    }

    /** The name in policy files: section, dot, name. */
    public String key() {
        return key;
    }

    /** What it is measured in. */
    public Unit unit() {
        return unit;
    }

    /** The least value allowed. */
    public double least() {
        return least;
    }

    /** The greatest value allowed. */
    public double most() {
        return most;
    }

    /** The value of the built-in policy. */
    public double defaultValue() {
        return defaultValue;
    }

    /** How far the evidence carries the default. */
    public Confidence confidence() {
        return confidence;
    }

    /** Where the default comes from: the short citation; {@code docs/model.md} has the full one. */
    public String evidence() {
        return evidence;
    }

    /** What the number means. */
    public String meaning() {
        return meaning;
    }

    /** The parameter of this key, or null when there is none. */
    public static @Nullable Parameter named(String key) {
        for (Parameter parameter : values()) {
            if (parameter.key.equals(key)) {
                return parameter;
            }
        }
        return null;
    }

    /** @throws IllegalArgumentException when the value is outside the range */
    void requireInRange(double value) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s (%s) but was %s.".formatted(key, least, most, unit.text(), value));
        }
    }
}
