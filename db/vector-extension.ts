import type pg from "pg";

/** Older ones cannot go on with an index until enough rows have passed the filters (`hnsw.iterative_scan`). */
const OLDEST = [0, 8];

/**
 * Where the server has pgvector, makes the table that its index needs: see record 45. Done at every migration, because
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
      embedding vector(96) not null
    );
    create index if not exists sound_vectors_owner_index on sound_vectors (owner_id);
    create index if not exists sound_vectors_embedding_index on sound_vectors using hnsw (embedding vector_ip_ops)`);
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
