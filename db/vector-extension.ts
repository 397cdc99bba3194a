import type pg from "pg";

/** Older ones have no numbers of 16 bits (`halfvec`). */
const OLDEST = [0, 7];

/**
 * Where the server has pgvector, makes the table in which it compares sounds: see record 45. Done at every migration, because
 * the extension may come later than the tables. Nothing happens where it is missing, too old, or may not be created.
 */
export async function prepareVectorTable(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ version: string }>(
    `select coalesce(installed_version, default_version) as version from pg_available_extensions where name = 'vector'`,
  );
  if (!rows[0] || isOlder(rows[0].version)) return;
  try {
    await owner.query("create extension if not exists vector");
  } catch {
    return;
  }
  await owner.query(`
    create table if not exists sound_vectors (
      sample_id uuid primary key,
      owner_id uuid not null,
      embedding halfvec(96) not null
    );
    create index if not exists sound_vectors_owner_index on sound_vectors (owner_id);
    drop index if exists sound_vectors_embedding_index`);
  const { rowCount } = await owner.query(`
    select from pg_attribute
    where attrelid = 'sound_vectors'::regclass and attname = 'embedding' and atttypid <> 'halfvec'::regtype`);
  if (rowCount) await owner.query("alter table sound_vectors alter column embedding type halfvec(96)");
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
