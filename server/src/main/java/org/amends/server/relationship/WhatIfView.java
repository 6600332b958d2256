package org.amends.server.relationship;

import org.amends.story.Waterfall;
import org.jspecify.annotations.Nullable;

/**
 * How the number would move.
 *
 * @param asked what is imagined
 * @param now the chance as it stands, in words
 * @param then the chance after that, in words; null where nothing is imagined
 * @param moved by how many points, in words; null where nothing is imagined
 * @param better whether the chance falls
 * @param atRiskNow what is at stake as it stands, in words
 * @param atRiskThen what would be at stake, in words; null where nothing is imagined
 * @param numbers how the chance would come about; null where nothing is imagined
 */
public record WhatIfView(
        WhatIf asked,
        String now,
        @Nullable String then,
        @Nullable String moved,
        boolean better,
        String atRiskNow,
        @Nullable String atRiskThen,
        @Nullable Waterfall numbers) {}
