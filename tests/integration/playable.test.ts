import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { memorySource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { type Person, startBackend } from "@/tests/factories/backend";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { call, sql } = backend;
const { deleteSamples, retryAnalysis } = await import("@/lib/samples/mutations");
const { purgeSample } = await import("@/lib/samples/jobs");
const { storedBytes } = await import("@/lib/quotas/data");
const { decideUndecided, playOldSample } = await import("@/lib/pipeline/steps/play-sample");

const clip = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures", name));
const aiff = clip("music/reggae.aiff");
const copies = (bytes: Uint8Array) =>
  backend.objectKeys(`artefacts/${createHash("sha256").update(bytes).digest("hex")}/playable/`);

/** What a browser gets: type and bytes. */
async function heard(person: Person, sampleId: string, query = "") {
  const redirect = await call(person, `/api/v1/samples/${sampleId}/audio${query}`);
  const answer = await fetch(redirect.headers.get("location") ?? "");
  const name = answer.headers.get("content-disposition");
  return { type: answer.headers.get("content-type"), name, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

async function uploaded(person: Person, bytes: Uint8Array, name: string): Promise<string> {
  const sampleId = await backend.upload(person, bytes, name);
  expect(await backend.settled(person, sampleId)).toMatchObject({ status: "completed" });
  return sampleId;
}

it("an AIFF file is heard as FLAC, downloaded as it is, and counts once", async () => {
  const [ada, eve] = [await backend.person(), await backend.person()];
  const sampleId = await uploaded(ada, aiff, "reggae.aiff");
  const played = await heard(ada, sampleId);
  expect(played.type).toBe("audio/flac");
  expect(probeAudio(memorySource(played.bytes))).toMatchObject({ container: "flac" });
  expect(played.bytes.length).toBeLessThan(aiff.length);
  const download = await heard(ada, sampleId, "?download=1");
  expect(download.type).toBe("audio/aiff");
  expect(download.name).toContain("reggae.aiff");
  expect(Buffer.from(download.bytes).equals(aiff)).toBe(true);
  expect(await storedBytes(ada.ctx.actor.id)).toBe(aiff.length);
  expect((await call(eve, `/api/v1/samples/${sampleId}/audio`)).status).toBe(404);
});

it("samples with the same bytes share a copy, which goes with the last of them", async () => {
  const eve = await backend.person();
  const second = await uploaded(eve, aiff, "again.aiff");
  expect((await heard(eve, second)).type).toBe("audio/flac");
  expect(await copies(aiff)).toHaveLength(1);
  const ids = (await sql<{ id: string }[]>`select id from samples where deleted_at is null`).map(({ id }) => id);
  for (const id of ids) {
    expect(await copies(aiff)).toHaveLength(1);
    await sql`update samples set deleted_at = now() - interval '1 day' where id = ${id}`;
    expect(await purgeSample(id)).toEqual({ purged: true });
  }
  expect(await copies(aiff)).toEqual([]);
});

it("a sample from before there were copies gets one, and what plays everywhere is left alone", async () => {
  const person = await backend.person();
  const lossless = await uploaded(person, clip("clips/apple-lossless.m4a"), "piano.m4a");
  const loop = await uploaded(person, clip("music/drum loop.wav"), "loop.wav");
  const ogg = await uploaded(person, clip("music/ballad.ogg"), "ballad.ogg");
  expect((await heard(person, loop)).type).toBe("audio/wav");
  expect((await heard(person, ogg)).type).toBe("audio/ogg");
  await sql`update analyses set playable_key = null, playable_version = 0`;
  expect((await heard(person, lossless)).type).toBe("audio/mp4");
  // The sweep of the running executor may be first.
  await until(async () => {
    for (const sampleId of await decideUndecided({ looks: 100, copies: 100 })) await playOldSample(sampleId);
    return (await sql`select 1 from analyses where playable_version = 0`).length === 0;
  }, "a decision for every sample");
  expect((await heard(person, lossless)).type).toBe("audio/flac");
  expect((await heard(person, loop)).type).toBe("audio/wav");
  expect((await heard(person, ogg)).type).toBe("audio/ogg");
});

it("an analysis by a newer version keeps the copy", async () => {
  const person = await backend.person();
  const sampleId = await uploaded(person, aiff, "reggae.aiff");
  const before = await copies(aiff);
  expect(before).toHaveLength(1);
  await sql`update analyses set analyser_version = '0.9.0', peaks_key = 'artefacts/old' where sample_id = ${sampleId}`;
  await sql`update samples set status = 'failed', failure_code = 'internal' where id = ${sampleId}`;
  expect(await retryAnalysis(person.ctx, { id: sampleId })).toMatchObject({ ok: true });
  expect(await backend.settled(person, sampleId)).toMatchObject({ status: "completed" });
  expect(await copies(aiff)).toEqual(before);
  expect((await heard(person, sampleId)).type).toBe("audio/flac");
});

it("a file that cannot be copied stays analysed, and is not tried again", async () => {
  const person = await backend.person();
  const bytes = clip("clips/float.aifc");
  const sampleId = await uploaded(person, bytes, "float.aifc");
  await sql`update analyses set playable_key = null, playable_version = 0, sha256 = ${"0".repeat(64)} where sample_id = ${sampleId}`;
  await playOldSample(sampleId);
  expect(await playOldSample(sampleId)).toEqual({ outcome: "decided" });
  expect((await heard(person, sampleId)).type).toBe("audio/aiff");
  await deleteSamples(person.ctx, { ids: [sampleId] });
});
