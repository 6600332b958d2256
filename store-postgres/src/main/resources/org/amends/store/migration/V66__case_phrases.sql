-- Which words stand side by side, each two as a number, so that phrases of common words need not be looked for in every case that
-- has these words somewhere. Two pairs may have the same number; who looks for a phrase compares the words too.
create function search_pairs(words tsvector) returns integer[]
    language sql immutable parallel safe
    return (
        with place as materialized (select word.lexeme, at from unnest(words) word, unnest(word.positions) at)
        select coalesce(array_agg(distinct hashtext(this.lexeme || ' ' || next.lexeme) & 65535), '{}')
        from place this join place next on next.at = this.at + 1);

create index complaint_search_pairs on complaint_search using gin (search_pairs(words));
-- To gather statistics of them would cost more than they tell.
alter index complaint_search_pairs alter column 1 set statistics 0;
