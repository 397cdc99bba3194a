import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { ClapPlugin } from "@/lib/plugins/clap";
import { finished, startSamplemind } from "@/tests/fixtures/samplemind-command";
import { writeTinyClap } from "@/tests/fixtures/tiny-clap";
import { wavFile } from "@/tests/fixtures/wav-file";

const packages = join(import.meta.dirname, "../../plugins/clap");
const folder = mkdtempSync(join(tmpdir(), "samplemind-clap-"));
const modelDir = join(folder, "tiny-clap");
const hum = join(folder, "hum.wav");
const hiss = join(folder, "hiss.wav");
const record = (durationSeconds: number) => ({ durationSeconds }) as AnalysisRecord;
const plugin = new ClapPlugin({ modelDir });

beforeAll(() => {
  // Needs packages of half a gigabyte, which only operators of this plug-in install.
  if (!existsSync(join(packages, "node_modules/@huggingface/transformers"))) {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: packages, stdio: "ignore" });
  }
  writeTinyClap(modelDir);
  const tone = (hz: number) => (frame: number) => 0.5 * Math.sin((2 * Math.PI * hz * frame) / 44_100);
  writeFileSync(hum, wavFile({ frames: 44_100 * 2, sample: tone(110) }));
  writeFileSync(hiss, wavFile({ frames: 44_100 * 25, sample: tone(9000) }));
}, 600_000);
afterAll(() => {
  plugin.close();
  rmSync(folder, { recursive: true });
});

describe("the CLAP plug-in", () => {
  it("tags short and long sounds with the operator's model", async () => {
    const low = await plugin.run({ path: hum, record: record(2) });
    const high = await plugin.run({ path: hiss, record: record(25) });
    expect(low.tags[0]).toMatchObject({ label: "dark" });
    expect(high.tags[0]).toMatchObject({ label: "bright" });
    expect(low.model).toMatch(/^tiny-clap@[0-9a-f]{12}$/);
    for (const { embedding } of [low, high]) expect(Math.hypot(...embedding)).toBeCloseTo(1, 4);
  });

  it("finds a sound by words by comparing embeddings", async () => {
    const [rumble = [], bright = []] = await plugin.embedTexts(["a dark rumble", "something bright"]);
    const { embedding } = await plugin.run({ path: hum, record: record(2) });
    const cosine = (a: number[]) => a.reduce((sum, value, i) => sum + value * (embedding[i] ?? 0), 0);
    expect(cosine(rumble)).toBeGreaterThan(0.9);
    expect(cosine(bright)).toBeLessThan(0);
  });

  it("reports what is wrong with the model or the file, and goes on", async () => {
    const empty = new ClapPlugin({ modelDir: folder });
    await expect(empty.run({ path: hum, record: record(2) })).rejects.toMatchObject({ code: "bad_model" });
    empty.close();
    const broken = join(folder, "broken.wav");
    writeFileSync(broken, "not audio");
    await expect(plugin.run({ path: broken, record: record(2) })).rejects.toMatchObject({ code: "bad_audio" });
    await expect(plugin.run({ path: hum, record: record(2) })).resolves.toHaveProperty("tags");
  });

  it("stops a request that takes too long, and works again afterwards", async () => {
    const hurried = new ClapPlugin({ modelDir, secondsMax: 0.001 });
    await expect(hurried.run({ path: hiss, record: record(25) })).rejects.toMatchObject({ code: "timed_out" });
    hurried.close();
    await expect(plugin.embedTexts(["dark"])).resolves.toHaveLength(1);
  });

  it("adds to the command's output only if it is switched on, and changes nothing else", async () => {
    const run = async (env: NodeJS.ProcessEnv) => {
      const [line] = (await finished(startSamplemind(["analyze", hum, "--json"], undefined, env))).lines();
      const { analysisSeconds: _, plugins, ...rest } = line ?? { file: "", ok: false };
      return { plugins, rest };
    };
    const { CLAP_MODEL_DIR: _, ...plain } = process.env;
    const off = await run(plain);
    const on = await run({ ...plain, CLAP_MODEL_DIR: modelDir });
    const wrong = await run({ ...plain, CLAP_MODEL_DIR: folder });
    expect(off.plugins).toBeUndefined();
    expect(on.plugins).toMatchObject({ clap: { tags: [{ label: "dark" }] }, notes: [] });
    expect(wrong.plugins).toMatchObject({ notes: [{ plugin: "clap", code: "bad_model" }] });
    expect(on.rest).toEqual(off.rest);
    expect(wrong.rest).toEqual(off.rest);
  });
});
