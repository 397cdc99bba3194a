import "server-only";
import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { and, count, desc, eq, isNotNull, like, ne, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { objectDeletions } from "@/db/schema/object-deletions";
import { samples } from "@/db/schema/samples";
import { systemSettings } from "@/db/schema/system-settings";
import { users } from "@/db/schema/users";
import type { Page } from "@/lib/admin/page-query";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { plansAreOn } from "@/lib/identity/plans";
import { roleName } from "@/lib/identity/role-name";
import { msg } from "@/lib/language/text";
import {
  STRANGE_OBJECTS_SETTING,
  type StrangeObjects,
  strangeObjectsSchema,
} from "@/lib/objects/reconciliation/schema";
import { checkHealth, type Health } from "@/lib/platform/health";
import { quotaOf } from "@/lib/quotas/policy";
import { indexStatistics } from "@/lib/similarity/data";
import type { IndexStatistics } from "@/lib/similarity/index-process/protocol";
import { version } from "@/package.json";
import type { DiskSpace, MachineFacts, StorageRow, StorageSummary } from "./schema";

const PAGE_SIZE = 50;

/** Counts the same samples as the quota: see `storedBytes`. */
const weighs = or(ne(samples.status, "failed"), isNotNull(samples.objectKey));
const bytes = sql<number>`coalesce(sum(${samples.sizeBytes}), 0)::float8`;

/** Storage of each account, largest first. */
export async function listStorage(actor: Actor, page: number): Promise<Page<StorageRow>> {
  requirePermission(actor, "system:observe");
  const { id, name, email, role, isDemo, uploadsPerDayOverride, storageBytesOverride } = users;
  const [rows, [counted]] = await Promise.all([
    db()
      .select({
        ...{ id, name, email, role, isDemo, uploadsPerDayOverride, storageBytesOverride },
        files: count(samples.id),
        storedBytes: bytes,
      })
      .from(users)
      .leftJoin(samples, and(eq(samples.ownerId, users.id), weighs))
      .groupBy(users.id)
      .orderBy(desc(bytes), users.id)
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    db().select({ total: count() }).from(users),
  ]);
  const plans = plansAreOn();
  const listed = rows.map((row): StorageRow => {
    const { files, storedBytes } = row;
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      role: roleName(row.role, plans),
      files,
      storedBytes,
      allowedBytes: quotaOf(row, plans).storageBytes,
    };
  });
  return { rows: listed, total: counted?.total ?? 0, page, pageSize: PAGE_SIZE };
}

export async function summariseStorage(actor: Actor): Promise<StorageSummary> {
  requirePermission(actor, "system:observe");
  const [[stored], [pending], [missing], strange] = await Promise.all([
    db().select({ files: count(), storedBytes: bytes }).from(samples).where(weighs),
    db().select({ objects: count() }).from(objectDeletions),
    db().select({ originals: count() }).from(samples).where(isNotNull(samples.originalMissingAt)),
    readStrangeObjects(),
  ]);
  return {
    files: stored?.files ?? 0,
    storedBytes: stored?.storedBytes ?? 0,
    pendingDeletions: pending?.objects ?? 0,
    missingOriginals: missing?.originals ?? 0,
    strangeObjects: strange,
  };
}

async function readStrangeObjects(): Promise<StrangeObjects[]> {
  const { name, value } = systemSettings;
  const found = like(name, `${STRANGE_OBJECTS_SETTING}%`);
  const rows = await db().select({ value }).from(systemSettings).where(found).orderBy(name);
  return rows.map((row) => strangeObjectsSchema.parse(row.value));
}

/** The health of the services right now. */
export async function readHealth(actor: Actor): Promise<Health> {
  requirePermission(actor, "system:observe");
  return checkHealth(version);
}

/** The index of sounds of this process of the application. */
export async function readSoundIndex(actor: Actor): Promise<IndexStatistics> {
  requirePermission(actor, "system:observe");
  return indexStatistics();
}

/** Versions, uptimes and free space. */
export async function readMachine(actor: Actor): Promise<MachineFacts> {
  requirePermission(actor, "system:observe");
  const [{ rows }, disks] = await Promise.all([
    db().execute<{ version: string; uptime: number; bytes: number }>(sql`
      select current_setting('server_version') as version,
        extract(epoch from now() - pg_postmaster_start_time())::float8 as uptime,
        pg_database_size(current_database())::float8 as bytes`),
    readDisks(),
  ]);
  const [database] = rows;
  return {
    versions: [
      { name: "SampleMind", version },
      { name: msg("Analyser"), version: ANALYSER_VERSION },
      { name: "Node.js", version: process.versions.node },
      { name: "PostgreSQL", version: database?.version ?? "unknown" },
    ],
    appUptimeSeconds: process.uptime(),
    databaseUptimeSeconds: database?.uptime ?? 0,
    databaseBytes: database?.bytes ?? 0,
    appMemoryBytes: process.memoryUsage().rss,
    disks,
  };
}

/** Disks of this machine only: an object store elsewhere has its own. */
async function readDisks(): Promise<DiskSpace[]> {
  const folders = [
    ...(env.EMBEDDED_S3_DIR ? [{ holds: msg("Objects"), path: env.EMBEDDED_S3_DIR }] : []),
    { holds: msg("Files being analysed"), path: tmpdir() },
  ];
  const read = await Promise.all(
    folders.map(async ({ holds, path }) => {
      const space = await statfs(path).catch(() => null);
      const of = (blocks: number) => blocks * (space?.bsize ?? 0);
      return space ? [{ holds, path, totalBytes: of(space.blocks), freeBytes: of(space.bavail) }] : [];
    }),
  );
  return read.flat();
}
