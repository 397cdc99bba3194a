import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { jsonLine } from "@/cli/analysis-output";
import type { SampleDetail } from "@/lib/samples/schema";
import { startBackend } from "@/tests/factories/backend";
import { samplemind } from "@/tests/fixtures/samplemind-command";

const backend = await startBackend();
const fixtures = join(import.meta.dirname, "../fixtures");
const files = [
  "music/house.mp3",
  "music/drum loop.wav",
  "music/piano.m4a",
  "clips/surround-51.opus",
  "clips/float.aifc",
  "clips/lossless.oga",
];

it("a file gets the same record and tags, in every field, from the app and from the command line", async () => {
  const person = await backend.person();
  const paths = files.map((name) => join(fixtures, name));
  const uploaded = paths.map((path, index) => backend.upload(person, readFileSync(path), `take ${index}.wav`));
  const sampleIds = await Promise.all(uploaded);
  const printed = (await samplemind(["analyze", "--json", ...paths])).lines();
  expect(printed).toHaveLength(files.length);
  for (const [index, path] of paths.entries()) {
    const sampleId = sampleIds[index] ?? "";
    expect(await backend.settled(person, sampleId)).toMatchObject({ status: "completed" });
    const { record, fileTags } = await backend.data<SampleDetail>(backend.call(person, `/api/v1/samples/${sampleId}`));
    if (!record) throw new Error(`${path} has no record`);
    // The app's record as the command would print it. Only the time taken may differ.
    const result = { record, pictures: null, analysisSeconds: 0 };
    const stored = JSON.parse(jsonLine({ file: path, ok: true, result, fileTags }, undefined));
    expect(printed[index]).toEqual({ ...stored, analysisSeconds: expect.any(Number) });
  }
});
