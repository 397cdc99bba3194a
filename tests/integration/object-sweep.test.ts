import { describe, expect, it } from "vitest";
import type { SampleDetail } from "@/lib/samples/schema";
import { startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false });
const { markMissingOriginals, sweepMultiparts, sweepOrphans } = await import("@/lib/objects/reconciliation/jobs");
const { REFERENCES } = await import("@/lib/objects/reconciliation/lookups");
const { deleteDueObjects } = await import("@/lib/objects/jobs");
const { summariseStorage } = await import("@/lib/admin/system/data");
const { createMultipart, deleteObjects, listMultiparts, listParts, putObject } = await import("@/lib/platform/s3");

const ARTEFACT = `artefacts/${"a".repeat(64)}/1/peaks.bin`;
const put = (key: string) => putObject(key, new Uint8Array(10), { contentType: "audio/wav" });
const inFourDays = new Date(Date.now() + 4 * 24 * 60 * 60 * 1000);
const admin = await backend.person("the admin");

describe("an object that no row names", () => {
  it("is deleted once it is old, and nothing else is", async () => {
    const person = await backend.person();
    const kept = `originals/${await backend.upload(person, tone(220))}`;
    const open = await backend.begin(person, tone(230));
    const orphans = ["originals/018f0000-0000-7000-8000-000000000000", ARTEFACT, "exports/lost/attempt"];
    for (const key of [...orphans, "backups/of-another-program"]) await put(key);
    // Nobody knows this one; the person's own is known.
    const lost = { key: "originals/never-finished", ...(await createMultipart({ key: "originals/never-finished" })) };
    const sweep = async (now?: Date) => {
      for (const prefix of ["originals/", "artefacts/", "exports/"] as const) await sweepOrphans(prefix, now);
      await sweepMultiparts(now);
      await deleteDueObjects(100);
    };
    await sweep();
    expect(await backend.objectKeys("")).toEqual([
      ARTEFACT,
      "backups/of-another-program",
      "exports/lost/attempt",
      ...[orphans[0], kept].sort(),
    ]);
    expect(await listMultiparts()).toHaveLength(2);
    await sweep(inFourDays);
    expect(await backend.objectKeys("")).toEqual(["backups/of-another-program", kept]);
    expect(await listParts(lost)).toBeNull();
    expect((await listMultiparts()).map(({ key }) => key)).toEqual([`originals/${open.sampleId}`]);
  });

  it("stays if there are so many that this must be the wrong database", async () => {
    const keys = Array.from({ length: 60 }, (_, index) => `exports/of-another-installation/${index}`);
    await Promise.all(keys.map(put));
    expect(await sweepOrphans("exports/", inFourDays)).toEqual({ listed: 60, orphans: 60, isPlausible: false });
    expect(await backend.objectKeys("exports/")).toHaveLength(60);
  });

  it("is found by every column that holds a key", async () => {
    const columns = await backend.sql<{ column: string }[]>`
      select table_name || '.' || column_name as column from information_schema.columns
      where table_schema = 'public' and column_name ~ '_key$' and data_type = 'text'`;
    const { getTableName } = await import("drizzle-orm");
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const known = Object.values(REFERENCES).flat();
    const names = known.map((column) => `${getTableName(column.table)}.${snake(column.name)}`);
    expect(columns.map(({ column }) => column).sort()).toEqual([...names, "object_deletions.object_key"].sort());
  });
});

describe("a row whose object is gone", () => {
  it("is marked, its owner and the admin are told, and the mark goes when the object is back", async () => {
    const person = await backend.person();
    const bytes = tone(300);
    const [sampleId, other] = [await backend.upload(person, bytes), await backend.upload(person, tone(310))];
    await backend.sql`update samples set status_changed_at = now() - interval '2 hours'`;
    const key = `originals/${sampleId}`;
    const detail = (id: string) => backend.data<SampleDetail>(backend.call(person, `/api/v1/samples/${id}`));
    const missing = async () => (await summariseStorage(admin.ctx.actor)).missingOriginals;
    await deleteObjects([key]);
    expect(await markMissingOriginals()).toEqual({ missing: 1, found: 0 });
    expect(await markMissingOriginals()).toEqual({ missing: 0, found: 0 });
    expect(await missing()).toBe(1);
    expect((await detail(sampleId)).originalMissingSince).toMatch(/^\d{4}-/);
    expect((await detail(other)).originalMissingSince).toBeNull();
    // The same file may be uploaded again.
    expect((await backend.begin(person, bytes)).sampleId).not.toBe(sampleId);
    await putObject(key, bytes, { contentType: "audio/wav" });
    expect(await markMissingOriginals()).toEqual({ missing: 0, found: 1 });
    expect((await detail(sampleId)).originalMissingSince).toBeNull();
    expect(await missing()).toBe(0);
  });
});
