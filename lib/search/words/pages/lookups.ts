import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Asked, type Condition, wordsQuery } from "@/lib/search/words/asked";
import type { Expression } from "@/lib/search/words/expression";
import { KINDS, type ListOrder, type ListSort } from "@/lib/search/words/schema";
import { filtersSql, indexedSql } from "@/lib/search-documents/filter-sql";
import type { ListPosition } from "./cursor";
import { ofKindSql, ofKindsSql } from "./kinds-sql";
import { orderName, type WalkedQuestion } from "./plan";

/** Ranges have nothing to do with labels. */
const NOTHING: ReadonlySet<string> = new Set();

export interface OrderColumn {
  name: string;
  type: string;
  /** Exact, so that a row is neither skipped nor shown twice. */
  text?: string;
}

const ORDERS: Record<ListOrder, OrderColumn[]> = {
  addedAt: [
    {
      name: "added_at",
      type: "timestamptz",
      text: `to_char(d.added_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    },
  ],
  name: [{ name: "name", type: "text" }],
  bpm: [{ name: "bpm", type: "float8" }],
  key: [
    { name: "key_tonic", type: "smallint" },
    { name: "key_mode", type: "text" },
  ],
  seconds: [{ name: "seconds", type: "float8" }],
  lufs: [{ name: "lufs", type: "float8" }],
  sizeBytes: [{ name: "size_bytes", type: "bigint" }],
  year: [{ name: "year", type: "integer" }],
  rating: [{ name: "rating", type: "float8" }],
};

export interface PageQuestion extends WalkedQuestion {
  sort: ListSort;
  after: ListPosition | null;
  limit: number;
}

/** The samples of a list that have the value it is sorted by, or those that have none. They come one after the other. */
export type ListPart = "with" | "without";

/** Every sample has these. */
const ALWAYS: readonly ListOrder[] = ["addedAt", "name", "sizeBytes"];

/** The parts of a list from a position on. */
export function partsFrom({ after, ranges }: Pick<PageQuestion, "after" | "ranges">): ListPart[] {
  if (ranges.length > 0) return after && !after.values ? [] : ["with"];
  return after && !after.values ? ["without"] : ["with", "without"];
}

/**
 * The next samples of one part of a list. Walks at most `walked` rows in the order of the list, so it may find fewer
 * than there are.
 */
export async function walkPage(
  ownerId: string,
  question: PageQuestion,
  part: ListPart,
  walked: number,
): Promise<ListPosition[]> {
  const { rest, limit } = question;
  if (question.kinds.length === 0) return [];
  const { columns } = orderOf(question.sort);
  const { rows } = await db().execute<PageRow>(sql`
    select d.sample_id, ${valuesSql(columns)} as values from ${walkedSql(ownerId, question, part, walked)} d
    where ${matchSql(rest)} limit ${limit}`);
  return rows.map(toPosition);
}

/** The row with which such a walk ends. Null if there are fewer. Reads no more than the index of the order. */
export async function walkedTo(
  ownerId: string,
  question: PageQuestion,
  part: ListPart,
  walked: number,
): Promise<ListPosition | null> {
  const { columns } = orderOf(question.sort);
  const { rows } = await db().execute<PageRow>(sql`
    select d.sample_id, ${valuesSql(columns)} as values from (
      select * from ${walkedSql(ownerId, question, part, walked, readSql(columns))} d offset ${walked - 1} limit 1
    ) d`);
  return rows[0] ? toPosition(rows[0]) : null;
}

/** Walks the list's parts, one after the other. The first one is whole if it is shorter than `walked`. */
export async function walkParts(ownerId: string, question: PageQuestion, walked: number): Promise<ListPosition[]> {
  const found: ListPosition[] = [];
  for (const part of partsFrom(question)) {
    const limit = question.limit - found.length;
    if (limit > 0) found.push(...(await walkPage(ownerId, { ...question, limit }, part, walked)));
  }
  return found;
}

/** Rows of one part of a list in its order, at most `walked`, as a subquery. Nothing but kinds and ranges is asked yet. */
export function walkedSql(
  ownerId: string,
  question: Pick<PageQuestion, "kinds" | "ranges" | "sort" | "after">,
  part: ListPart,
  walked: number,
  read: SQL = sql`*`,
): SQL {
  const { columns, isDescending } = orderOf(question.sort);
  // Those that have no value are ordered by it too: only then does Postgres know that they come in the order of the index.
  const order = orderSql(columns, isDescending);
  // One branch for each kind: each comes in the order of the index, and Postgres merges them.
  const branches = question.kinds.map(
    (kind) => sql`(select ${read} from search_documents d
      where ${ofKindSql(ownerId, kind)} and ${partSql(question, part)} order by ${order} limit ${walked})`,
  );
  return sql`(select * from (${sql.join(branches, sql` union all `)}) d order by ${order} limit ${walked})`;
}

/** How many samples have the value that the list is sorted by, counted up to `most`. */
export async function countWith(ownerId: string, question: PageQuestion, most: number): Promise<number> {
  if (ALWAYS.includes(orderName(question.sort))) return most;
  const { rows } = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from search_documents d
      where ${ofKindsSql(ownerId, question.kinds)} and ${partSql(question, "with")} limit ${most}
    ) counted`);
  return rows[0]?.count ?? 0;
}

/**
 * The next samples, from all that match, whatever the order. For what is rare: its time grows with the rows that have
 * all of `conditions`, which the index of words finds. None: all of the owner's are read.
 *
 * @param sought the words of the question, as the index finds them soonest
 */
export async function collectPage(
  ownerId: string,
  question: PageQuestion,
  conditions: readonly Pick<Condition, "of">[],
  sought: Expression | null = question.rest.expression,
): Promise<ListPosition[]> {
  const { columns, first, isDescending } = orderOf(question.sort);
  const order = sql`${first} is null, ${orderSql(columns, isDescending)}`;
  // The values are written as text for the rows of the page only.
  const { rows } = await db().execute<PageRow>(sql`
    select d.sample_id, ${valuesSql(columns)} as values from (
      select ${readSql(columns)} from ${collectedSql(ownerId, question, conditions, sought)}
      order by ${order} limit ${question.limit}
    ) d order by ${order}`);
  return rows.map(toPosition);
}

/**
 * All rows of a list in no order, as what stands behind `from`: found by some of its conditions, and asked for all of
 * them. `sought`: the words as the index finds them.
 */
export function collectedSql(
  ownerId: string,
  question: Omit<PageQuestion, "limit">,
  conditions: readonly Pick<Condition, "of">[],
  sought: Expression | null = question.rest.expression,
): SQL {
  const { kinds, rest } = question;
  if (kinds.length === 0) return sql`(select * from search_documents where false) d where true`;
  const by = conditions.map(({ of }) =>
    of === "words" ? wordsSql({ ...rest, expression: sought }) : indexedSql(of, rest.hidden),
  );
  const parts = partsFrom(question).map((part) => sql`(${partSql(question, part)})`);
  const isAnyKind = kinds.length === KINDS.length;
  return sql`(
      select * from search_documents d
      where ${sql.join([sql`d.owner_id = ${ownerId}::uuid`, sql`not d.is_deleted`, ...by], sql` and `)} offset 0
    ) d
    where ${isAnyKind ? sql`true` : sql`d.kind = any(${sql.param([...kinds])}::text[])`}
      and ${matchSql(rest)} and (${sql.join(parts, sql` or `)})`;
}

/** How many samples match, counted up to `most`. */
export async function countMatches(ownerId: string, asked: Asked, most: number): Promise<number> {
  const { rows } = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from search_documents d where d.owner_id = ${ownerId}::uuid and not d.is_deleted and ${matchSql(asked)} limit ${most}
    ) found`);
  return rows[0]?.count ?? 0;
}

type PageRow = { sample_id: string; values: string[] | null };
const toPosition = ({ sample_id, values }: PageRow): ListPosition => ({ id: sample_id, values });

export const matchSql = (asked: Asked): SQL => sql`${wordsSql(asked)} and ${filtersSql(asked.filters, asked.hidden)}`;

const wordsSql = ({ expression, hidden }: Asked): SQL =>
  expression ? sql`d.document @@ ${wordsQuery(expression, hidden)}::tsquery` : sql`true`;

export function orderOf(sort: ListSort) {
  const isDescending = sort.startsWith("-");
  const columns = ORDERS[orderName(sort)];
  return { columns, first: sql.raw(`d.${columns[0]?.name}`), isDescending };
}

export function orderSql(columns: readonly OrderColumn[], isDescending: boolean): SQL {
  const direction = isDescending ? " desc" : "";
  return sql.raw([...columns.map(({ name }) => name), "sample_id"].map((name) => `d.${name}${direction}`).join(", "));
}

/** No more than the index of the order has. */
export const readSql = (columns: readonly OrderColumn[]) =>
  sql.raw([...columns.map(({ name }) => `d.${name}`), "d.sample_id"].join(", "));

export function valuesSql(columns: readonly OrderColumn[]): SQL {
  const texts = columns.map(({ name, text }) => text ?? `d.${name}::text`);
  return sql.raw(`case when d.${columns[0]?.name} is not null then array[${texts.join(", ")}] end`);
}

/** One part of the list, after the position. */
export function partSql({ sort, after, ranges }: Pick<PageQuestion, "sort" | "after" | "ranges">, part: ListPart): SQL {
  const { first, isDescending } = orderOf(sort);
  const than = isDescending ? "<" : ">";
  if (part === "without") {
    const further = after && !after.values ? sql`d.sample_id ${sql.raw(than)} ${after.id}::uuid` : sql`true`;
    return sql`${first} is null and ${further}`;
  }
  const has = sql`${first} is not null and ${filtersSql(ranges, NOTHING)}`;
  if (!after?.values) return has;
  return sql`${has} and ${positionSql(sort, after, than)}`;
}

/** Rows on one side of a position that has a value. */
export function positionSql(sort: ListSort, { id, values }: ListPosition, than: "<" | ">"): SQL {
  const { columns } = orderOf(sort);
  const names = sql.raw([...columns.map(({ name }) => `d.${name}`), "d.sample_id"].join(", "));
  const bounds = columns.map(({ type }, at) => sql`${values?.[at] ?? null}::text::${sql.raw(type)}`);
  return sql`(${names}) ${sql.raw(than)} (${sql.join([...bounds, sql`${id}::uuid`], sql`, `)})`;
}
