import { REVISIONS_FLOOR } from "@/lib/search-documents/constants";
import type { NumberName } from "@/lib/search-query/filter";

/** A row of `search_documents` with its vector, if it has one. */
export interface Change extends Record<NumberName, number | null> {
  revision: string;
  sampleId: string;
  ownerId: string;
  isDeleted: boolean;
  facets: string[];
  vector: Buffer | null;
}

/**
 * How far the documents are, without reading them. `files` changes when a table was emptied or restored. `activity`
 * changes, a little later, with every row that is written; it says nothing about order.
 */
export const READ_POSITION = `
  select coalesce((select max(revision) from search_documents), 0)::text as revision,
    coalesce((select value #>> '{}' from system_settings where name = '${REVISIONS_FLOOR}'), '0') as floor,
    concat_ws(' ', (select oid from pg_database where datname = current_database()),
      pg_relation_filenode('search_documents'), pg_relation_filenode('search_vectors')) as files,
    (select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_user_tables
      where relid in ('search_documents'::regclass, 'search_vectors'::regclass))::text as activity`;

/** As JSON, arrays of texts are read five times as fast. Times in milliseconds, as filters have them. */
export const READ_CHANGES = `
  select d.revision::text as revision, d.sample_id as "sampleId", d.owner_id as "ownerId",
    d.is_deleted as "isDeleted",
    to_json(d.facets) as facets, d.bpm, d.seconds, d.lufs,
    (extract(epoch from d.added_at) * 1000)::float8 as "addedAt", v.vector
  from (select * from search_documents where revision > $1 order by revision limit $2) d
  left join search_vectors v on v.sample_id = d.sample_id and v.owner_id = d.owner_id
  order by d.revision`;

/** How many samples can be compared, and the sum of their revisions: the same as in the index, or it is wrong. */
export const READ_CONTENT = `
  select coalesce((select max(revision) from search_documents), 0)::text as last, count(*)::text as rows,
    coalesce(sum(d.revision), 0)::text as sum
  from search_documents d join search_vectors v on v.sample_id = d.sample_id and v.owner_id = d.owner_id
  where not d.is_deleted`;
