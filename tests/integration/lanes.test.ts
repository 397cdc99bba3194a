import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { analysisPool } = await import("@/lib/analysis/worker/pool");
// The application's own pool, with one worker for everything and one for short files.
const pool = analysisPool({ size: 1, quickLane: true, limits: { quickSeconds: 0.05 } });

const changesOf = async (sampleId: string) => {
  const rows = await backend.sql<{ status: string }[]>`
    select payload ->> 'status' as status from live_events where payload ->> 'sampleId' = ${sampleId} order by id`;
  return rows.map(({ status }) => status);
};

it("a file that is small but not short makes room for those that are, and is analysed among the long ones", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "long-")), "long.wav");
  writeFileSync(path, tone(300, 40));
  const long = pool.analyze({ path, fairnessKey: "somebody else", pictures: false });
  await until(() => pool.stats().active === 1, "a long file in the first worker");
  const person = await backend.person();
  // With so little time, no file is short.
  const sampleId = await backend.upload(person, tone(400, 2));
  expect(await backend.settled(person, sampleId)).toMatchObject({ status: "completed" });
  expect(await changesOf(sampleId)).toEqual([
    ...["uploading", "uploaded", "processing"],
    ...["uploaded", "processing", "completed"],
  ]);
  const [row] = await backend.sql`select attempts from samples where id = ${sampleId}`;
  expect(row).toEqual({ attempts: 1 });
  await long;
});
