import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { folderKnots, importsBelow } from "./folder-graph";

const root = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = [
  ...["app", "bench", "cli", "components", "db", "embedded", "inngest", "lib", "runtime", "scripts", "training"],
];

let seeded: string | undefined;
afterEach(() => seeded && rmSync(seeded, { recursive: true, force: true }));

/** A repository of these files; the knots of its folders. */
function knotsOf(files: Record<string, string>): string[] {
  seeded = mkdtempSync(join(tmpdir(), "folder-cycles-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(seeded, path)), { recursive: true });
    writeFileSync(join(seeded, path), text);
  }
  return folderKnots(importsBelow(seeded, [...new Set(Object.keys(files).map((path) => path.split("/")[0] ?? ""))]));
}

describe("folders", () => {
  it("form no cycle, at the top level and inside every folder", () => {
    const imports = importsBelow(root, FOLDERS);
    expect(imports.length).toBeGreaterThan(1000);
    expect(folderKnots(imports)).toEqual([]);
  });

  it("are reported where two of lib import each other through different files", () => {
    const knots = knotsOf({
      "lib/events/live.ts": 'import type { Row } from "@/lib/samples/schema";\nexport type Live = Row;\n',
      "lib/samples/schema.ts": "export type Row = string;\n",
      "lib/samples/mutations.ts": 'export { type Live } from "@/lib/events/live";\n',
    });
    expect(knots).toEqual([".: lib/events, lib/samples"]);
  });

  it("are reported at the top level, for a dynamic import too", () => {
    const knots = knotsOf({
      "inngest/client.ts": 'export const logger = import("@/lib/platform/logger");\n',
      "lib/platform/logger.ts": "export const logger = {};\n",
      "lib/platform/queue.ts": 'import { logger } from "../../inngest/client";\nexport const kept = logger;\n',
    });
    expect(knots).toEqual([".: inngest, lib/platform"]);
  });

  it("are reported deep inside a folder", () => {
    const knots = knotsOf({
      "lib/dsp/rhythm/tempo.ts": 'import "@/lib/dsp/harmony/key";\n',
      "lib/dsp/harmony/key.ts": "export const key = 1;\n",
      "lib/dsp/harmony/chords.ts": 'import "../rhythm/tempo";\n',
    });
    expect(knots).toEqual(["lib/dsp: harmony, rhythm"]);
  });
});
