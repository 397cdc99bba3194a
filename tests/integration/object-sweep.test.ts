import { describe, expect, it } from "vitest";
import type { SampleDetail } from "@/lib/samples/schema";
import { startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false });
const { markMissingOriginals, sweepMultiparts, sweepOrphans } = await import("@/lib/objects/reconciliation/jobs");
const { REFERENCES } = await import("@/lib/objects/lookups");
const { deleteDueObjects } = await import("@/lib/objects/jobs");
const { summariseStorage } = await import("@/lib/admin/system/data");
const { createMultipart, deleteObjects, listMultiparts, listParts, putObject } = await import("@/lib/platform/s3");

const ARTEFACT = `artefacts/${"a".repeat(64)}/1/peaks.bin`;
const put = (key: string) => putObject(key, new Uint8Array(10), { contentType: "audio/wav" });
const inFourDays = new Date(Date.now() + 4 * 24 * 60 * 60 * 1000);
const admin = await backend.person("the admin");

/** Exports are the rows that a test can most easily give and take. */
const nameExports = async (keys: string[]) => {
  await backend.sql`delete from data_exports`;
  for (const key of keys) {
    await backend.sql`
      insert into data_exports (id, user_id, status, object_key)
      values (gen_random_uuid(), ${admin.userId}, 'ready', ${key})`;
  }
};
const recorded = () => backend.sql<{ objectKey: string; notBefore: Date; daysLeft: number }[]>`
  select object_key as "objectKey", not_before as "notBefore",
    extract(epoch from not_before - now())::float8 / 86400 as "daysLeft"
  from object_deletions order by object_key`;
const strange = async () => (await summariseStorage(admin.ctx.actor)).strangeObjects;
const passTheGrace = () => backend.sql`update object_deletions set not_before = now()`;

describe("an object that no row names", () => {
  it("is deleted three days after it was first seen, unless a row names it by then", async () => {
    const person = await backend.person();
    const kept = `originals/${await backend.upload(person, tone(220))}`;
    const open = await backend.begin(person, tone(230));
    const lostOriginal = "originals/018f0000-0000-7000-8000-000000000000";
    const [ready, lost] = ["exports/ready/attempt", "exports/lost/attempt"];
    for (const key of [lostOriginal, ARTEFACT, ready, lost, "backups/of-another-program"]) await put(key);
    await nameExports([ready]);
    // Nobody knows this one; the person's own is known.
    const lostParts = {
      key: "originals/never-finished",
      ...(await createMultipart({ key: "originals/never-finished" })),
    };
    const sweep = async (now?: Date) => {
      for (const prefix of ["originals/", "artefacts/", "exports/"] as const) await sweepOrphans(prefix, now);
      await sweepMultiparts(now);
      await deleteDueObjects(100);
    };
    const everything = await backend.objectKeys("");
    await sweep();
    expect(await recorded()).toEqual([]);
    expect(await listMultiparts()).toHaveLength(2);
    await sweep(inFourDays);
    const first = await recorded();
    // No artefact is named, so this one tells nothing.
    expect(first.map(({ objectKey }) => objectKey)).toEqual([lost, lostOriginal]);
    for (const { daysLeft } of first) expect(daysLeft).toBeCloseTo(3, 1);
    await sweep(inFourDays);
    expect((await recorded()).map(({ notBefore }) => notBefore)).toEqual(first.map(({ notBefore }) => notBefore));
    expect(await backend.objectKeys("")).toEqual(everything);
    await nameExports([ready, lost]);
    await passTheGrace();
    await deleteDueObjects(100);
    expect(await backend.objectKeys("")).toEqual([ARTEFACT, "backups/of-another-program", lost, ready, kept]);
    expect(await recorded()).toEqual([]);
    expect(await listParts(lostParts)).toBeNull();
    expect((await listMultiparts()).map(({ key }) => key)).toEqual([`originals/${open.sampleId}`]);
    expect(await strange()).toEqual([{ prefix: "artefacts/", orphans: 1, listed: 1 }]);
    await deleteObjects([ARTEFACT, lost, ready]);
    await sweep(inFourDays);
    expect(await strange()).toEqual([]);
  });

  it("stays, and the admin is told, if this is probably the wrong database", async () => {
    const keys = Array.from({ length: 3 }, (_, index) => `exports/few/${index}`);
    await Promise.all(keys.map(put));
    const sweep = () => sweepOrphans("exports/", inFourDays);
    const sweepWith = async (named: number) => {
      await nameExports(keys.slice(0, named));
      return sweep();
    };
    // An empty database; then one that somebody has begun to use.
    for (const named of [0, 1]) {
      const orphans = 3 - named;
      expect(await sweepWith(named)).toEqual({ listed: 3, orphans, isPlausible: false });
      expect(await strange()).toEqual([{ prefix: "exports/", orphans, listed: 3 }]);
      expect(await recorded()).toEqual([]);
    }
    expect(await sweepWith(2)).toEqual({ listed: 3, orphans: 1, isPlausible: true });
    expect(await strange()).toEqual([]);
    expect(await recorded()).toHaveLength(1);
    // What was recorded before counts, too, and is taken back.
    expect(await sweepWith(1)).toEqual({ listed: 3, orphans: 2, isPlausible: false });
    expect(await recorded()).toEqual([]);
    // More than a few, and more than a fifth.
    const many = Array.from({ length: 120 }, (_, index) => `exports/many/${index}`);
    await Promise.all(many.map(put));
    await nameExports([...keys, ...many.slice(0, 69)]);
    expect(await sweep()).toEqual({ listed: 123, orphans: 51, isPlausible: false });
    await passTheGrace();
    await deleteDueObjects(100);
    expect(await backend.objectKeys("exports/")).toHaveLength(123);
  });

  it("is found by every column that holds a key", async () => {
    const columns = await backend.sql<{ column: string }[]>`
      select table_name || '.' || column_name as column from information_schema.columns
      where table_schema = 'public' and column_name ~ '_key$' and data_type = 'text'`;
    const { getTableName } = await import("drizzle-orm");
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const known = Object.values(REFERENCES).flat();
    const names = known.map((column) => `${getTableName(column.table)}.${snake(column.name)}`);
    // Of a listener, and of no object.
    const others = ["object_deletions.object_key", "plays.listener_key"];
    expect(columns.map(({ column }) => column).sort()).toEqual([...names, ...others].sort());
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
