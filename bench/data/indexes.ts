import type { Sql } from "postgres";

/** Drops the indexes of these tables that are no constraints, and returns the statements that make them anew. */
export async function dropIndexes(sql: Sql, tables: readonly string[]): Promise<string[]> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select index.indexrelid::regclass::text as name, pg_get_indexdef(index.indexrelid) as definition
    from pg_index index
    where index.indrelid = any(${[...tables]}::regclass[])
      and not exists (select from pg_constraint where conindid = index.indexrelid)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  return indexes.map(({ definition }) => definition);
}

/** Two at a time. */
export async function makeIndexes(sql: Sql, definitions: readonly string[]): Promise<void> {
  const left = [...definitions];
  const work = async () => {
    for (let definition = left.shift(); definition; definition = left.shift()) await sql.unsafe(definition);
  };
  await Promise.all([work(), work()]);
}
