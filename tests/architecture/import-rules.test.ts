import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { biomeConfig } from "@/scripts/biome-config.mjs";
import { FEATURES, importRules, KITS } from "@/scripts/import-rules.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

interface Report {
  diagnostics: { category: string; location: { path: string | { file: string } }; message: string }[];
}

/** A repository with the project's own Biome configuration and nothing in it but seeded files. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "import-rules-"));
  cpSync(join(root, "biome.json"), join(folder, "biome.json"));
  cpSync(join(root, "tsconfig.json"), join(folder, "tsconfig.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function seed(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return path;
}

async function lint(path: string): Promise<Report["diagnostics"]> {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const result = await run(process.execPath, [biome, "lint", "--reporter=json", path], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  return (JSON.parse(result.stdout) as Report).diagnostics;
}

describe("import rules", () => {
  it("stand in biome.json as the table has them", () => {
    expect(JSON.parse(readFileSync(join(root, "biome.json"), "utf8"))).toEqual(
      JSON.parse(JSON.stringify(biomeConfig())),
    );
  });

  it.each(importRules)("report a violation of: $name", async (rule) => {
    const path = seed(rule.seed, `import * as seeded from "${rule.violation}";\n\nexport const kept = seeded;\n`);
    const found = await lint(path);
    expect(found.map((one) => one.category)).toContain("lint/style/noRestrictedImports");
    expect(JSON.stringify(found)).toContain(rule.name);
  });

  it("cover every folder of components, as a kit or as a feature", () => {
    const folders = readdirSync(join(root, "components"), { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name).toSorted()).toEqual([...KITS, ...Object.keys(FEATURES)].toSorted());
  });

  it("let a feature import a kit", async () => {
    const path = seed(
      "components/upload/allowed.tsx",
      'import * as row from "@/components/samples/row";\nimport * as form from "@/components/forms/form";\n\nexport const kept = [form, row];\n',
    );
    expect((await lint(path)).map((one) => one.category)).not.toContain("lint/style/noRestrictedImports");
  });

  it("let an allowed import through", async () => {
    const path = seed("lib/seeded/data.ts", 'import * as seeded from "@/db/client";\n\nexport const kept = seeded;\n');
    expect(await lint(path)).toEqual([]);
  });

  it("report an import cycle", async () => {
    seed("lib/cycle/first.ts", 'import { second } from "./second";\n\nexport const first = (): unknown => second;\n');
    const path = seed(
      "lib/cycle/second.ts",
      'import { first } from "./first";\n\nexport const second = (): unknown => first;\n',
    );
    const found = await lint(dirname(path));
    expect(found.map((one) => one.category)).toContain("lint/suspicious/noImportCycles");
  });
});
