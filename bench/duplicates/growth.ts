import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { freePort } from "@/embedded/ports";
import { databaseUrl } from "@/embedded/postgres/database";
import { startPostgres } from "@/embedded/postgres/server";
import { askedWords, storedWords } from "@/lib/dsp/spectrum/sound-print-words";
import { ownerWords } from "@/lib/duplicates/owner-words";
import type { Known } from "./recognition";

export interface GrowthRow {
  samples: number;
  p50Ms: number;
  p95Ms: number;
  /** Of the index alone, and of the row with the print of average length. */
  wordBytes: number;
  rowBytes: number;
}

const LOOKUPS = 100;
const WORDS = 32;
/** Words that many sounds share, beside those of their own. */
const COMMON_WORDS = 8;
const COMMON_POOL = 500;
const ROWS_A_STATEMENT = 2000;

/** The product does not start without them. */
const NOT_USED = {
  NEXTAUTH_SECRET: "not used, and long enough to be accepted",
  APP_URL: "http://127.0.0.1",
  S3_ENDPOINT: "http://127.0.0.1:1",
  S3_BUCKET: "not-used",
  S3_ACCESS_KEY_ID: "not-used",
  S3_SECRET_ACCESS_KEY: "not-used-either",
};

/** How long it takes to find the candidates of one sound in libraries of growing size, in an empty Postgres. */
export async function measureGrowth(sizes: readonly number[], known: readonly Known[]): Promise<GrowthRow[]> {
  const directory = mkdtempSync(join(tmpdir(), "samplemind-growth-"));
  chmodSync(directory, 0o711);
  const password = randomBytes(12).toString("hex");
  const server = await startPostgres({ directory: join(directory, "postgres"), port: await freePort(), password });
  const url = databaseUrl(server.port, password, "postgres");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await migrate(url);
    Object.assign(process.env, { ...NOT_USED, DATABASE_URL: url });
    const { findCandidates } = await import("@/lib/duplicates/lookups");
    // Rows of nobody's samples: the index is measured, not the foreign keys.
    await sql`set session_replication_role = replica`;
    const ownerId = randomUUID();
    const rows: GrowthRow[] = [];
    let filled = 0;
    for (const samples of sizes) {
      await fill(sql, ownerId, samples - filled, known);
      filled = samples;
      await sql.unsafe("vacuum analyze recording_words");
      const times: number[] = [];
      for (let i = 0; i < LOOKUPS; i++) {
        const print = known[i % known.length]?.recording.fingerprint.print;
        if (!print) continue;
        const words = ownerWords(ownerId, askedWords(print));
        const startedAt = performance.now();
        await findCandidates({ sampleId: randomUUID(), ownerId, words });
        times.push(performance.now() - startedAt);
      }
      times.sort((a, b) => a - b);
      const [size] = await sql<{ words: string; rows: string }[]>`
        select pg_total_relation_size('recording_words') as words, pg_total_relation_size('recording_prints') as rows`;
      rows.push({
        samples,
        p50Ms: times[Math.floor(times.length * 0.5)] ?? Number.NaN,
        p95Ms: times[Math.floor(times.length * 0.95)] ?? Number.NaN,
        wordBytes: Number(size?.words) / samples,
        rowBytes: Number(size?.rows) / samples,
      });
    }
    return rows;
  } finally {
    await sql.end({ timeout: 1 });
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Sounds of the folder among others with words drawn at random, so that lookups find both. */
async function fill(sql: postgres.Sql, ownerId: string, count: number, known: readonly Known[]): Promise<void> {
  const prints = known.flatMap(({ recording }) => recording.fingerprint.print ?? []);
  for (let done = 0; done < count; done += ROWS_A_STATEMENT) {
    const size = Math.min(ROWS_A_STATEMENT, count - done);
    const rows = Array.from({ length: size }, (_, i) => {
      const print = prints[(done + i) % prints.length];
      const own = Array.from({ length: WORDS - COMMON_WORDS }, () => randomBytes(4).readUInt32LE());
      const shared = print ? storedWords(print).slice(0, (done + i) % COMMON_WORDS) : [];
      const common = Array.from(
        { length: COMMON_WORDS - shared.length },
        () => randomBytes(2).readUInt16LE() % COMMON_POOL,
      );
      const words = [...new Set(ownerWords(ownerId, [...own, ...shared, ...common]))];
      return { id: randomUUID(), words: `{${words.join()}}`, bytes: print ? 33 * print.frames : 0 };
    });
    await sql`
      with made as (
        select * from jsonb_to_recordset(${sql.json(rows)}) as made (id uuid, words bigint[], bytes int)
      ), kept as (
        insert into recording_prints (sample_id, owner_id, sha256, version, seconds, fingerprint, words)
        select id, ${ownerId}, repeat('0', 64), 1, 1, (
          select decode(string_agg(md5(random()::text || piece), ''), 'hex') from generate_series(1, made.bytes / 16 + 1) piece
        ), words from made
      )
      insert into recording_words select unnest(words), id from made`;
  }
}

async function migrate(url: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url, DATABASE_MIGRATION_URL: url };
  const stdio = ["ignore", process.stderr, process.stderr] as const;
  const child = spawn(process.execPath, [resolve("scripts/run.mjs"), "db/migrate.ts"], { env, stdio: [...stdio] });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error("the database could not be prepared");
}
