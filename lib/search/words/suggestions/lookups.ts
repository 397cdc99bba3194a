import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { executePlannedOnce, PlannedOnce } from "@/db/planned-once";
import { searchTerms } from "@/db/schema/search-terms";
import { withoutExtension } from "@/lib/analysis/file-tags/name-words";
import { ofKindSql } from "@/lib/search/words/pages/kinds-sql";
import { KINDS, type Suggestion } from "@/lib/search/words/schema";
import { WORD_KIND } from "@/lib/search-documents/constants";
import { fold } from "@/lib/search-documents/folding";
import { naturalPrefixes } from "@/lib/search-documents/natural-order";

const LAST_CHARACTER = "\u{10ffff}";
/** Names that begin alike and are looked at, in alphabetical order. */
const NAMES_READ = 400;
/** Folders that begin alike and are looked at, in alphabetical order. */
const FOLDERS_READ = 2000;
/** Words that may have been meant and are compared letter by letter, the most frequent first. */
const ALIKE_READ = 5000;
/** Trigrams of a shorter text are too few to find it in the middle of others. */
const INFIX_CHARACTERS = 3;

/** Letters with accents, and the same ones without, for `translate`. */
const ACCENTED = Array.from({ length: 0x180 - 0xc0 }, (_, at) => String.fromCharCode(0xc0 + at)).filter(
  (letter) => letter === letter.toLowerCase() && fold(letter).length === 1 && fold(letter) !== letter,
);
const plainTerm = sql`translate(term, ${ACCENTED.join("")}, ${ACCENTED.map(fold).join("")})`;
const patternOf = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/**
 * The values of a facet that begin with a text, the most frequent first, then those of which a later word does. Accents
 * do not count. Reads all of the facet's values: an owner has at most some thousand tags.
 */
export async function findTerms(ownerId: string, kind: string, typed: string, limit: number): Promise<Suggestion[]> {
  const pattern = patternOf(fold(typed));
  const { rows } = await db().execute<{ value: string; count: number }>(sql`
    select term as value, count from ${searchTerms}
    where owner_id = ${ownerId}::uuid and kind = ${kind}
      and (${plainTerm} like ${`${pattern}%`} or ${plainTerm} like ${`% ${pattern}%`} or ${plainTerm} like ${`%-${pattern}%`})
    order by ${plainTerm} like ${`${pattern}%`} desc, count desc, term limit ${limit}`);
  return rows;
}

/** Folders whose path begins with a text, the fullest first; then those that have it further in. There may be many. */
export async function findFolders(ownerId: string, typed: string, limit: number): Promise<Suggestion[]> {
  const { rows } = await db().execute<{ value: string; count: number }>(sql`
    select term as value, count from (
      select term, count from ${searchTerms}
      where owner_id = ${ownerId}::uuid and kind = 'in' and term >= ${typed} and term < ${typed + LAST_CHARACTER}
      order by term limit ${FOLDERS_READ}
    ) begun order by count desc, term limit ${limit}`);
  if (rows.length === limit || [...typed].length < INFIX_CHARACTERS) return rows;
  const { rows: inside } = await db().execute<{ value: string; count: number }>(sql`
    select term as value, count from ${searchTerms}
    where owner_id = ${ownerId}::uuid and kind = 'in' and term like ${`%${patternOf(typed)}%`}
      and not starts_with(term, ${typed})
    order by count desc, term limit ${limit - rows.length}`);
  return [...rows, ...inside];
}

/** Titles and names that begin with a folded text, the most frequent first, as they are written. */
export async function findTitles(ownerId: string, typed: string, limit: number): Promise<Suggestion[]> {
  // One branch for each kind, as the index of names has one after the other.
  const branches = KINDS.map(
    (kind) => sql`(select d.name, d.sample_id from search_documents d
      where ${ofKindSql(ownerId, kind)} and d.name >= begun.key and d.name < begun.key || ${LAST_CHARACTER} and d.name <> ''
      order by d.name, d.sample_id limit ${NAMES_READ})`,
  );
  const statement = sql`
    select f.title, s.file_name, named.count from (
      select alike.name, count(*)::int as count, (array_agg(alike.sample_id))[1] as sample_id from (
        select d.* from unnest(${sql.param(naturalPrefixes(typed))}::text[]) begun (key),
          lateral (${sql.join(branches, sql` union all `)}) d
        order by d.name, d.sample_id limit ${NAMES_READ}
      ) alike group by alike.name order by count desc, alike.name limit ${limit}
    ) named
    join samples s on s.id = named.sample_id left join file_tags f on f.sample_id = s.id
    order by named.count desc, named.name`;
  const rows = await executePlannedOnce<{ title: string | null; file_name: string; count: number }>(
    "titles",
    statement,
  );
  return rows.map(({ title, file_name, count }) => ({ value: title ?? withoutExtension(file_name), count }));
}

/**
 * Letters that a word has and the typed one has not, or the other way round: each is one change of a word into another,
 * and nobody mistypes more than `most`. Few of a library's words are left, which are then compared letter by letter.
 */
const isAlike = `length(translate(term, $2::text, '')) <= $3::int and length(translate($2::text, term, '')) <= $3::int`;

const begunAlike = new PlannedOnce<Suggestion>(
  "words that begin alike",
  `select term as value, count from search_terms
   where owner_id = $1::uuid and left(term, 1) = left($2::text, 1)
     and length(term) between length($2::text) - $3::int and length($2::text) + $3::int
     and kind = '${WORD_KIND}' and term !~ '[0-9]' and ${isAlike}
   order by count desc limit ${ALIKE_READ}`,
);

/** Words of the owner's library with the same first letter as a misspelled one that may be `most` changes away. */
export const findBegunAlike = (ownerId: string, word: string, most: number): Promise<Suggestion[]> =>
  begunAlike.rows(ownerId, word, most);

const spelledAlike = new PlannedOnce<Suggestion>(
  "words that are spelled alike",
  `select term as value, count from (
     select kind, term, count from search_terms where owner_id = $1::uuid and term % $2::text offset 0
   ) alike where kind = '${WORD_KIND}' and ${isAlike}
   order by count desc limit ${ALIKE_READ}`,
);

/** The same, whatever they begin with, if they have trigrams in common. */
export const findSpelledAlike = (ownerId: string, word: string, most: number): Promise<Suggestion[]> =>
  spelledAlike.rows(ownerId, word, most);
