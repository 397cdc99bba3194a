import postgres, { type Sql } from "postgres";
import { WORDS_VERSION } from "@/lib/analysis/derived/present-rules";
import { TONICS } from "@/lib/music/keys";
import { CopyTarget, type CopyValue } from "./copy-rows";
import { dropIndexes, makeIndexes } from "./indexes";
import { type GeneratedSample, generateLibrary, type LibraryOptions, libraryOwners } from "./library";

type Column = [name: string, value: (sample: GeneratedSample) => CopyValue];

const at = (ms: number | null) => (ms === null ? null : new Date(ms));

const SAMPLES: Column[] = [
  ["id", ({ id }) => id],
  ["owner_id", ({ ownerId }) => ownerId],
  ["file_name", ({ fileName }) => fileName],
  ["folder_path", ({ folderPath }) => folderPath],
  ["status", ({ record }) => (record ? "completed" : "failed")],
  ["object_key", ({ id }) => `originals/${id}`],
  ["size_bytes", ({ sizeBytes }) => sizeBytes],
  ["sha256", ({ sha256 }) => sha256],
  ["declared_type", () => "audio/wav"],
  ["failure_code", ({ record }) => (record ? null : "damaged_file")],
  ["attempts", () => 1],
  ["created_at", ({ createdAtMs }) => at(createdAtMs)],
  ["status_changed_at", ({ createdAtMs }) => at(createdAtMs + 60_000)],
  ["favourited_at", ({ favouritedAtMs }) => at(favouritedAtMs)],
  ["deleted_at", ({ deletedAtMs }) => at(deletedAtMs)],
];

const ANALYSES: Column[] = [
  ["sample_id", ({ id }) => id],
  ["sha256", ({ sha256 }) => sha256],
  ["analyser_version", ({ record }) => record?.analyserVersion ?? ""],
  ["record", ({ record }) => ({ json: record })],
  ["duration_seconds", ({ record }) => record?.durationSeconds ?? 0],
  ["bpm", ({ record }) => record?.tempo?.bpm ?? null],
  ["bpm_confidence", ({ record }) => record?.tempo?.confidence ?? null],
  ["key_tonic", ({ record }) => (record?.key ? TONICS.indexOf(record.key.tonic) : null)],
  ["key_mode", ({ record }) => record?.key?.mode ?? null],
  ["key_confidence", ({ record }) => record?.key?.confidence ?? null],
  ["note", ({ record }) => record?.pitch?.note ?? null],
  ["note_confidence", ({ record }) => record?.pitch?.confidence ?? null],
  ["kind", ({ record }) => record?.kind?.label ?? null],
  ["kind_confidence", ({ record }) => record?.kind?.confidence ?? null],
  ["tags", ({ record }) => record?.tags ?? []],
  ["words_version", () => WORDS_VERSION],
  ["integrated_lufs", ({ record }) => record?.loudness.integratedLufs ?? null],
  ["ungated_lufs", ({ record }) => record?.loudness.ungatedLufs ?? null],
  ["peaks_key", ({ sha256 }) => `artefacts/${sha256}/peaks`],
  ["spectrogram_key", ({ sha256 }) => `artefacts/${sha256}/spectrogram`],
  ["analysis_seconds", () => 0.1],
  ["created_at", ({ createdAtMs }) => at(createdAtMs + 60_000)],
];

const FILE_TAGS: Column[] = [
  ["sample_id", ({ id }) => id],
  ["sha256", ({ sha256 }) => sha256],
  ["reader_version", () => 1],
  ["title", ({ fileTags }) => fileTags?.title ?? null],
  ["artist", ({ fileTags }) => fileTags?.artist ?? null],
  ["album", ({ fileTags }) => fileTags?.album ?? null],
  ["year", ({ fileTags }) => fileTags?.year ?? null],
  ["genres", ({ fileTags }) => (fileTags ? [fileTags.genre] : [])],
  ["comment", ({ fileTags }) => fileTags?.comment ?? null],
  ["bpm", ({ fileTags }) => fileTags?.bpm ?? null],
  ["rating", ({ fileTags }) => fileTags?.rating ?? null],
  ["read_at", ({ createdAtMs }) => at(createdAtMs + 60_000)],
];

const CORRECTIONS: Column[] = [
  ["sample_id", ({ id }) => id],
  ["bpm", ({ correction }) => correction?.bpm ?? null],
  ["bpm_by", (sample) => (sample.correction?.bpm === undefined ? null : sample.ownerId)],
  ["bpm_at", (sample) => (sample.correction?.bpm === undefined ? null : at(sample.createdAtMs + 90_000))],
  ["key_tonic", ({ correction }) => correction?.key?.tonic ?? null],
  ["key_mode", ({ correction }) => correction?.key?.mode ?? null],
  ["key_by", (sample) => (sample.correction?.key === undefined ? null : sample.ownerId)],
  ["key_at", (sample) => (sample.correction?.key === undefined ? null : at(sample.createdAtMs + 90_000))],
  ["kind", ({ correction }) => correction?.kind ?? null],
  ["kind_by", (sample) => (sample.correction?.kind === undefined ? null : sample.ownerId)],
  ["kind_at", (sample) => (sample.correction?.kind === undefined ? null : at(sample.createdAtMs + 90_000))],
];

const SAMPLE_TAGS = ["sample_id", "owner_id", "tag", "verdict"];

export interface LoadReport {
  /** Rows in all tables. */
  rows: number;
  seconds: number;
}

/**
 * Fills a migrated database that has no samples with a generated library, by `COPY` into each table at once. Triggers
 * and foreign keys do not run meanwhile, and the indexes of these tables are made anew at the end. All samples are in
 * `search_queue` then, as if they had just been added; the documents are the indexer's.
 * @param databaseUrl of a superuser, as only one may turn triggers off.
 */
export async function loadLibrary(databaseUrl: string, options: LibraryOptions): Promise<LoadReport> {
  const startedAt = performance.now();
  // Each COPY needs a connection of its own until it ends.
  const connection = { session_replication_role: "replica", synchronous_commit: "off", maintenance_work_mem: "512MB" };
  const sql = postgres(databaseUrl, { max: TABLES.length + 2, onnotice: () => {}, connection });
  try {
    for (const { id } of libraryOwners(options)) {
      await sql`insert into users (id, email, name) values (${id}, ${`${id}@example.org`}, 'Generated')`;
    }
    const indexes = await dropIndexes(sql, [...TABLES.map(({ name }) => name), "sample_tags"]);
    const rows = await copySamples(sql, options);
    await makeIndexes(sql, indexes);
    await sql`insert into search_queue (sample_id) select id from samples order by id`;
    await sql`analyze`;
    return { rows, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    await sql.end();
  }
}

const TABLES: { name: string; columns: Column[]; has: (sample: GeneratedSample) => boolean }[] = [
  { name: "samples", columns: SAMPLES, has: () => true },
  { name: "analyses", columns: ANALYSES, has: ({ record }) => record !== null },
  { name: "file_tags", columns: FILE_TAGS, has: ({ fileTags }) => fileTags !== null },
  { name: "sample_corrections", columns: CORRECTIONS, has: ({ correction }) => correction !== null },
];

async function copySamples(sql: Sql, options: LibraryOptions): Promise<number> {
  const targets = await Promise.all(
    TABLES.map(async (table) => ({
      ...table,
      target: await CopyTarget.open(
        sql,
        table.name,
        table.columns.map(([name]) => name),
      ),
    })),
  );
  const tags = await CopyTarget.open(sql, "sample_tags", SAMPLE_TAGS);
  let rows = 0;
  for (const sample of generateLibrary(options)) {
    for (const { has, columns, target } of targets) {
      if (!has(sample)) continue;
      await target.write(columns.map(([, value]) => value(sample)));
      rows++;
    }
    for (const { tag, verdict } of sample.ownTags) {
      await tags.write([sample.id, sample.ownerId, tag, verdict]);
      rows++;
    }
  }
  await Promise.all([...targets.map(({ target }) => target.close()), tags.close()]);
  return rows;
}
