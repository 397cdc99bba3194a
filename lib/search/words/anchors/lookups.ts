import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Condition } from "@/lib/search/words/asked";
import type { ListPosition } from "@/lib/search/words/pages/cursor";
import { ofKindSql, ofKindsSql } from "@/lib/search/words/pages/kinds-sql";
import {
  collectedSql,
  type ListPart,
  matchSql,
  orderOf,
  orderSql,
  partSql,
  partsFrom,
  positionSql,
  readSql,
  valuesSql,
} from "@/lib/search/words/pages/lookups";
import type { WalkedQuestion } from "@/lib/search/words/pages/plan";
import type { ListSort } from "@/lib/search/words/schema";
import { filtersSql } from "@/lib/search-documents/filter-sql";

export interface CutQuestion extends WalkedQuestion {
  sort: ListSort;
  after: ListPosition | null;
  /** Only rows before this one. */
  until: ListPosition | null;
  /** Every so many rows there is a cut. */
  every: number;
  /** Rows that are looked at. */
  most: number;
}

export interface Cut {
  /** Rows, at most as many as were to be looked at. */
  count: number;
  /** The rows behind which the list is cut: the last ones of its pages. */
  cuts: ListPosition[];
}

type CutRow = { count: number; cuts: (ListPosition & { place: number })[] };

/**
 * Cuts a list that is read in its order. Where nothing is asked but what its index knows, no row of the table is read;
 * else each is, until there are as many as were to be looked at.
 */
export async function cutWalked(ownerId: string, question: CutQuestion): Promise<Cut> {
  const { columns, isDescending } = orderOf(question.sort);
  const order = orderSql(columns, isDescending);
  const cut: Cut = { count: 0, cuts: [] };
  for (const part of partsFrom(question)) {
    const most = question.most - cut.count;
    if (most <= 0 || (part === "without" && question.until?.values)) break;
    const branches = question.kinds.map(
      (kind) => sql`(select ${readSql(columns)} from search_documents d
        where ${ofKindSql(ownerId, kind)} and ${partSql(question, part)} and ${untilSql(question, part)}
          and ${matchSql(question.rest)}
        order by ${order} limit ${most})`,
    );
    const rows = sql`(select * from (${sql.join(branches, sql` union all `)}) d order by ${order} limit ${most}) d`;
    const found = await cutRows(question, rows, order, cut.count);
    cut.count += found.count;
    cut.cuts.push(...found.cuts);
  }
  return cut;
}

/** Cuts a list of all that match, which are found first and sorted then. */
export async function cutCollected(
  ownerId: string,
  question: CutQuestion,
  conditions: readonly Condition[],
): Promise<Cut> {
  const { columns, first, isDescending } = orderOf(question.sort);
  const order = sql`${first} is null, ${orderSql(columns, isDescending)}`;
  const before = partsFrom(question).map((part) =>
    part === "without" && question.until?.values
      ? sql`false`
      : sql`(${first} is ${sql.raw(part === "with" ? "not null" : "null")} and ${untilSql(question, part)})`,
  );
  const rows = sql`(
    select ${readSql(columns)} from ${collectedSql(ownerId, question, conditions)} and (${sql.join(before, sql` or `)})
    order by ${order} limit ${question.most}
  ) d`;
  return cutRows(question, rows, order, 0);
}

/** `counted`: rows before these. */
async function cutRows({ sort, every }: CutQuestion, rows: SQL, order: SQL, counted: number): Promise<Cut> {
  const { columns } = orderOf(sort);
  const position = sql`json_build_object('id', d.sample_id, 'values', ${valuesSql(columns)}, 'place', d.place)`;
  const { rows: found } = await db().execute<CutRow>(sql`
    select count(*)::int as count,
      coalesce(json_agg(${position}) filter (where d.place % ${every} = 0), '[]') as cuts
    from (select d.*, ${counted} + row_number() over (order by ${order}) as place from ${rows}) d`);
  const { count = 0, cuts = [] } = found[0] ?? {};
  // An order in the aggregate would make Postgres sort all rows, not only these.
  return { count, cuts: cuts.sort((a, b) => a.place - b.place).map(({ id, values }) => ({ id, values })) };
}

/** Where a sample is in a list. Null if it is not in it. */
export async function findPosition(
  ownerId: string,
  { sort, kinds, ranges, rest }: Pick<CutQuestion, "sort" | keyof WalkedQuestion>,
  sampleId: string,
): Promise<ListPosition | null> {
  const { columns } = orderOf(sort);
  const { rows } = await db().execute<{ values: string[] | null }>(sql`
    select ${valuesSql(columns)} as values from search_documents d
    where d.sample_id = ${sampleId}::uuid and ${ofKindsSql(ownerId, kinds)}
      and ${filtersSql(ranges, rest.hidden)} and ${matchSql(rest)}`);
  return rows[0] ? { id: sampleId, values: rows[0].values } : null;
}

function untilSql({ sort, until }: CutQuestion, part: ListPart): SQL {
  if (!until) return sql`true`;
  const before = orderOf(sort).isDescending ? ">" : "<";
  if (part === "with") return until.values ? positionSql(sort, until, before) : sql`true`;
  return sql`d.sample_id ${sql.raw(before)} ${until.id}::uuid`;
}
