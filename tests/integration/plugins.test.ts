import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleDetail } from "@/lib/samples/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";
import { writeTinyClap } from "@/tests/fixtures/tiny-clap";

const packages = join(import.meta.dirname, "../../plugins/clap");
const modelDir = join(mkdtempSync(join(tmpdir(), "samplemind-plugins-")), "tiny-clap");
let asked = 0;
/** Speaks the protocol of a language model and says nothing beyond the facts. */
const languageModel = createServer((_request, response) => {
  asked++;
  const message = { role: "assistant", content: "One sound, described in other words." };
  response.setHeader("content-type", "application/json");
  response.end(
    JSON.stringify({ id: "1", created: 0, model: "m", choices: [{ index: 0, message, finish_reason: "stop" }] }),
  );
});
await new Promise<void>((resolve) => languageModel.listen(0, "127.0.0.1", resolve));
// Read once when the application's modules are loaded.
Object.assign(process.env, {
  CLAP_MODEL_DIR: modelDir,
  DESCRIPTION_MODEL: "small-model",
  DESCRIPTION_API_KEY: "secret",
  DESCRIPTION_BASE_URL: `http://127.0.0.1:${(languageModel.address() as AddressInfo).port}/v1`,
});
const backend = await startBackend();
const detail = (person: Person, id: string) =>
  backend.data<SampleDetail>(backend.call(person, `/api/v1/samples/${id}`));
const enriched = (person: Person, id: string) =>
  until(async () => {
    // Not through the API, which may not be asked as often.
    const found = await backend.sql`select from plugin_results where sample_id = ${id}`;
    return found.length === 2 ? detail(person, id) : null;
  }, "what plug-ins find");

beforeAll(() => {
  if (!existsSync(join(packages, "node_modules/@huggingface/transformers"))) {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: packages, stdio: "ignore" });
  }
  writeTinyClap(modelDir);
}, 600_000);
afterAll(() => {
  languageModel.close();
});

describe("a sample uploaded with plug-ins switched on", () => {
  it("has their results beside its record, and so has the same sound in another library", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const bytes = tone(150);
    const first = await backend.upload(ada, bytes);
    const sample = await enriched(ada, first);
    expect(sample.plugins.clap?.tags[0]?.label).toBe("dark");
    expect(sample.plugins.description?.description).toBe("One sound, described in other words.");
    expect(sample.record?.description).not.toBe(sample.plugins.description?.description);
    expect(sample.record).not.toHaveProperty("plugins");

    const before = asked;
    const second = await backend.upload(eve, bytes);
    expect((await enriched(eve, second)).plugins).toEqual(sample.plugins);
    expect(asked).toBe(before);
  });
});
