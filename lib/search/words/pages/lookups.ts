import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Asked, wordsQuery } from "@/lib/search/words/asked";
import type { ListOrder, ListSort } from "@/lib/search/words/schema";
import { filtersSql } from "@/lib/search-documents/filter-sql";
import type { ListPosition } from "./cursor";

interface OrderColumn {
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

export interface PageQuestion {
  asked: Asked;
  sort: ListSort;
  after: ListPosition | null;
  limit: number;
}

/**
 * The next samples of a list, from those that have the value it is sorted by, or from those that have none. Walks at
 * most `walked` rows in the order of the list, so it may find fewer than there are.
 */
export async function walkPage(
  ownerId: string,
  question: PageQuestion,
  part: "with" | "without",
  walked: number,
): Promise<ListPosition[]> {
  const { asked, limit } = question;
  const { columns, first, isDescending } = orderOf(question.sort);
  const has = part === "with" ? sql`is not null` : sql`is null`;
  const after = afterSql(question, part);
  const order = orderSql(part === "with" ? columns : [], isDescending);
  const { rows } = await db().execute<PageRow>(sql`
    select d.sample_id, ${valuesSql(columns)} as values from (
      select * from search_documents d
      where d.owner_id = ${ownerId}::uuid and ${first} ${has} and ${after} order by ${order} limit ${walked}
    ) d
    where ${matchSql(asked)} limit ${limit}`);
  return rows.map(toPosition);
}

/** The same, from all that match, whatever the order. For what is rare: its time grows with the matches. */
export async function collectPage(ownerId: string, question: PageQuestion): Promise<ListPosition[]> {
  const { asked, limit, after } = question;
  const { columns, first, isDescending } = orderOf(question.sort);
  const without = sql`(${first} is null and ${afterSql(question, "without")})`;
  const further = after?.values
    ? sql`(${first} is null or ${afterSql(question, "with")})`
    : after
      ? without
      : sql`true`;
  const { rows } = await db().execute<PageRow>(sql`
    with matches as materialized (
      select d.* from search_documents d where d.owner_id = ${ownerId}::uuid and ${matchSql(asked)}
    )
    select d.sample_id, ${valuesSql(columns)} as values from matches d where ${further}
    order by ${first} is null, ${orderSql(columns, isDescending)} limit ${limit}`);
  return rows.map(toPosition);
}

/** How many samples match, counted up to `most`. */
export async function countMatches(ownerId: string, asked: Asked, most: number): Promise<number> {
  const { rows } = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from search_documents d where d.owner_id = ${ownerId}::uuid and ${matchSql(asked)} limit ${most}
    ) found`);
  return rows[0]?.count ?? 0;
}

type PageRow = { sample_id: string; values: string[] | null };
const toPosition = ({ sample_id, values }: PageRow): ListPosition => ({ id: sample_id, values });

function matchSql({ expression, filters, hidden }: Asked): SQL {
  const words = expression ? sql`d.document @@ ${wordsQuery(expression, hidden)}::tsquery` : sql`true`;
  return sql`not d.is_deleted and ${words} and ${filtersSql(filters, hidden)}`;
}

function orderOf(sort: ListSort) {
  const isDescending = sort.startsWith("-");
  const columns = ORDERS[sort.replace(/^-/, "") as ListOrder];
  return { columns, first: sql.raw(`d.${columns[0]?.name}`), isDescending };
}

function orderSql(columns: readonly OrderColumn[], isDescending: boolean): SQL {
  const direction = isDescending ? " desc" : "";
  return sql.raw([...columns.map(({ name }) => name), "sample_id"].map((name) => `d.${name}${direction}`).join(", "));
}

function valuesSql(columns: readonly OrderColumn[]): SQL {
  const texts = columns.map(({ name, text }) => text ?? `d.${name}::text`);
  return sql.raw(`case when d.${columns[0]?.name} is not null then array[${texts.join(", ")}] end`);
}

/** What comes after the position, in the part of the list that has values, or in the part that has none. */
function afterSql({ sort, after }: PageQuestion, part: "with" | "without"): SQL {
  const { columns, isDescending } = orderOf(sort);
  const than = sql.raw(isDescending ? "<" : ">");
  if (part === "without") return after && !after.values ? sql`d.sample_id ${than} ${after.id}::uuid` : sql`true`;
  if (!after?.values) return sql`true`;
  const names = sql.raw([...columns.map(({ name }) => `d.${name}`), "d.sample_id"].join(", "));
  const values = columns.map(({ type }, at) => sql`${after.values?.[at] ?? null}::text::${sql.raw(type)}`);
  return sql`(${names}) ${than} (${sql.join([...values, sql`${after.id}::uuid`], sql`, `)})`;
}
