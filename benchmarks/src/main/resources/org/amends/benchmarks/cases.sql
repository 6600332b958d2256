-- Cases as a large company has them: one in ten is open; words as frequent as words are, half a percent of them names and numbers
-- that hardly any other case has. The setting bench.cases says how many. Run against an empty database.

set synchronous_commit = off;
set maintenance_work_mem = '1GB';

create temporary table vocabulary (language text, place integer, word text, primary key (language, place));

insert into vocabulary
select language, row_number() over (partition by language order by place), word
from (
    select 'en' as language, word, place from unnest(string_to_array(
        'the and my was for order have parcel not with that this delivery you but from came refund late never broken money
         customer service still waiting called again nobody answered weeks paid account invoice wrong charged twice box missing
         returned promised email telephone yesterday driver damaged shop kettle battery screen warranty contract cancel
         subscription internet apology rude manager complaint solution immediately unacceptable disappointed loyal years', ' '))
        with ordinality as each (word, place)
    union all
    select 'fr', word, place from unnest(string_to_array(
        'le de la et je ma pas pour commande que colis livraison vous mais jamais remboursement retard cassé argent client
         service toujours attends appelé encore personne répondu semaines payé compte facture erreur débité deux fois carton
         manque renvoyé promis courriel téléphone hier livreur abîmé magasin bouilloire batterie écran garantie contrat résilier
         abonnement internet excuses impoli responsable réclamation solution immédiatement inacceptable déçu fidèle années', ' '))
        with ordinality as each (word, place)
    union all
    select 'es', word, place from unnest(string_to_array(
        'de la y mi el que pedido no paquete con entrega pero nunca reembolso tarde roto dinero cliente servicio todavía espero
         llamé otra vez nadie contestó semanas pagado cuenta factura error cobrado dos veces caja falta devuelto prometido correo
         teléfono ayer repartidor dañado tienda hervidor batería pantalla garantía contrato cancelar suscripción internet disculpas
         grosero encargado queja solución inmediatamente inaceptable decepcionado fiel años', ' '))
        with ordinality as each (word, place)
    union all
    select 'ru', word, place from unnest(string_to_array(
        'и в не на мой заказ что посылка я с доставка вы но никогда возврат поздно сломан деньги клиент обслуживание жду звонил
         снова никто ответил недели оплатил счёт ошибка списали дважды коробка нет вернул обещали почта телефон вчера курьер
         повреждён магазин чайник батарея экран гарантия договор отменить подписка интернет извинения грубый начальник жалоба
         решение немедленно недопустимо разочарован верный лет', ' '))
        with ordinality as each (word, place)
    union all
    -- Rarer words, in letters that no stemmer knows.
    select language, substr(md5(language || rare), 1, 7), 1000 + rare
    from unnest(array['en', 'fr', 'es', 'ru']) language, generate_series(1, 3000) rare) each
where word <> '';

create temporary table sentence (language text, number integer, words text);

-- The less frequent a word's place, the rarer it is.
insert into sentence
select language, number, string_agg(word, ' ')
from (
    select language, number, 1 + floor(power(random(), 5) * 3050)::integer as place
    from unnest(array['en', 'fr', 'es', 'ru']) language, generate_series(1, 20000) number, generate_series(1, 12)
    offset 0) picked
join vocabulary using (language, place)
group by language, number;

create index on sentence (language, number);
analyze sentence;

insert into relationship (customer, brand)
select 'customer-' || number, 'brand-' || number % 3
from generate_series(1, current_setting('bench.cases')::integer / 2) number;

insert into complaint (reference, version, relationship, brand, customer, channel, language, subject, stage, outcome, opened_at,
    updated_at, answered_at, closed_at, owner, team, severity, want, hostility, danger, vulnerable, failures, tags, approval, priority,
    due_at, due_duty, paused)
select 'C-2026-' || lpad(number::text, 7, '0'), 2, 1 + (number % (total / 2)), 'brand-' || (1 + number % (total / 2)) % 3,
    'customer-' || 1 + (number % (total / 2)),
    (array['email', 'email', 'email', 'form', 'phone', 'api'])[1 + floor(dice * 6)::integer],
    (array['en', 'en', 'en', 'fr', 'es', 'ru'])[1 + number % 6],
    'Order ' || floor(dice * 1e6)::integer || ' ' || substr(md5(number::text), 1, 6),
    case when open then (array['RECEIVED', 'ACKNOWLEDGED', 'ASSESSED', 'INVESTIGATED', 'ANSWERED'])[1 + floor(other * 5)::integer]
        else 'CLOSED' end,
    case when not open then (array['UPHELD', 'UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD'])[1 + floor(other * 4)::integer] end,
    opened, opened + dice * interval '20 days',
    case when not open then opened + dice * interval '10 days' end,
    case when not open then opened + dice * interval '20 days' end,
    case when other < 0.7 then 'person:' || md5((floor(dice * 200))::text)::uuid end,
    (array['billing', 'delivery', 'shops', 'vip', null])[1 + floor(dice * 5)::integer],
    (array[0.2, 0.45, 0.7, 1])[1 + floor(other * 4)::integer], (array['ECONOMIC', 'ESTEEM', 'BOTH', 'UNKNOWN'])[1 + number % 4],
    number % 4, open and number % 5000 = 0, number % 40 = 0,
    array[(array['late_delivery', 'wrong_item', 'missing_item', 'defective_product', 'billing_error', 'rude_contact', 'long_wait',
        'ignored_contact', 'broken_promise', 'privacy_breach', 'service_outage', 'unfair_policy'])[1 + floor(12 * power(dice, 2))::integer]],
    case when number % 7 = 0 then array['vip', 'tag-' || number % 500] when number % 3 = 0 then array['tag-' || number % 50] else '{}' end,
    open and number % 300 = 0, dice * 100, case when open and other < 0.9 then opened + interval '30 days' end,
    case when open then 'FINAL' end, open and number % 20 = 0
from (
    select number, random() as dice, random() as other, total, random() < 0.02 + 0.9 * greatest(0, (number - 0.9 * total) / (0.1 * total)) as open,
        timestamptz '2026-11-22 00:00:00+00' - (total - number) * interval '1000 days' / total as opened
    from generate_series(1, current_setting('bench.cases')::integer) number,
        (select current_setting('bench.cases')::integer as total) as size
    offset 0) each;

insert into complaint_event (complaint, number, at, actor, type, data)
select id, 1, opened_at, 'customer', 'opened', json_build_object('reference', reference, 'customer', customer, 'brand', brand,
    'channel', channel, 'language', language, 'subject', subject, 'message', null)::text
from complaint;

insert into complaint_event (complaint, number, at, actor, type, data)
select id, 2, opened_at, 'amends', 'tagged', '{"tag": "read"}' from complaint;

-- Row by row its reference would be checked for longer than it takes to write the rows.
alter table complaint_search drop constraint complaint_search_complaint_fkey;
drop index complaint_search_words;
drop index complaint_search_fields;
drop index complaint_search_pairs;

insert into complaint_search (complaint, brand, words)
select id, brand, setweight(search_vector('simple', reference || ' ' || customer), 'A')
    || setweight(search_vector(language, reference || ' ' || customer || ' ' || subject), 'B')
    || setweight(search_vector('simple', array_to_string(tags, ' ')), 'B')
    || setweight(search_vector(language, (
        select string_agg((select words from sentence
            where sentence.language = c.language and number = 1 + (c.id * 31 + part * part * 977) % 20000), ' ')
        from generate_series(1, 5 + c.id::integer % 5) part) || ' order ' || id * 7919 % 10000019), 'C')
from complaint c;

alter table complaint_search add foreign key (complaint) references complaint;
create index complaint_search_words on complaint_search using gin (words);
create index complaint_search_fields on complaint_search using gin (fields jsonb_path_ops);
create index complaint_search_pairs on complaint_search using gin (search_pairs(words));
alter index complaint_search_pairs alter column 1 set statistics 0;

insert into complaint_day_stale select distinct (opened_at at time zone 'UTC')::date, brand from complaint;

vacuum analyze;
