import { describe, expect, it } from "vitest";
import { findTests, projectOf, selectChanged, selectNamed } from "./test-selection.mjs";

const tests = [
  "lib/music/keys.test.ts",
  "tests/architecture/import-rules.test.ts",
  "tests/integration/quotas.test.ts",
  "tests/integration/access-matrix.test.ts",
  "tests/e2e/library.spec.ts",
  "tests/e2e/flags.spec.ts",
];
const texts: Record<string, string> = {
  "tests/integration/access-matrix.test.ts": 'import { startApp } from "@/tests/factories/running-app";',
  "tests/e2e/flags.spec.ts": 'test("a feature is gone for others at once")',
};
const named = (...words: string[]) => selectNamed(words, tests, (file) => texts[file] ?? "");

describe("a test file", () => {
  it("belongs to one runner", () => {
    expect(tests.map(projectOf)).toEqual(["unit", "unit", "integration", "integration", "e2e", "e2e"]);
    expect(["tests/e2e/account.ts", "lib/music/keys.ts", "tests/factories/until.ts"].map(projectOf)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("is found wherever it lies", () => {
    const found = findTests();
    expect(found).toContain("scripts/test-selection.test.ts");
    expect(found).toContain("tests/integration/start.test.ts");
    expect(found).toContain("tests/e2e/journey.spec.ts");
    expect(found.filter((file: string) => projectOf(file) === null)).toEqual([]);
  });
});

describe("tests that are asked for", () => {
  it("by path run in their own runner, and nothing else does", () => {
    expect(named("./tests/e2e/library.spec.ts")).toEqual({
      checks: false,
      build: true,
      unit: null,
      integration: null,
      e2e: { files: ["tests/e2e/library.spec.ts"] },
    });
  });

  it("by part of a path may be several", () => {
    expect(named("keys", "quotas")).toMatchObject({
      unit: { files: ["lib/music/keys.test.ts"] },
      integration: { files: ["tests/integration/quotas.test.ts"] },
      e2e: null,
    });
  });

  it("by name run alone", () => {
    const name = "a feature is gone";
    expect(named(name)).toMatchObject({ unit: null, e2e: { files: ["tests/e2e/flags.spec.ts"], name } });
  });

  it("that do not exist are no selection", () => {
    expect(named("no such test")).toBeNull();
  });

  it("wait for a build only if they use it", () => {
    expect(named("quotas")?.build).toBe(false);
    expect(named("access-matrix")?.build).toBe(true);
  });
});

describe("tests that a change can touch", () => {
  const related = (...changed: string[]) => selectChanged(changed, tests).integration?.related;

  it("are those that import it, the rules of the source, and end to end if it is part of the application", () => {
    expect(selectChanged(["lib/quotas/data.ts"], tests)).toMatchObject({
      checks: true,
      build: true,
      unit: { related: expect.arrayContaining(["lib/quotas/data.ts", "tests/architecture/import-rules.test.ts"]) },
      e2e: {},
    });
  });

  it("are also those that start it as a program", () => {
    expect(related("app/page.tsx")).toContain("tests/factories/running-app.ts");
    expect(related("embedded/start.ts")).toContain("tests/factories/running-start.ts");
    expect(related("cli/main.ts")).toContain("tests/fixtures/samplemind-command.ts");
    expect(related("embedded/inngest/main.ts")).toContain("scripts/bundle.mjs");
    expect(related("bench/speed.ts")).toEqual(["bench/speed.ts"]);
  });

  it("are only the changed specs if nothing else of the application changed", () => {
    expect(selectChanged(["tests/e2e/library.spec.ts"], tests).e2e).toEqual({ files: ["tests/e2e/library.spec.ts"] });
    expect(selectChanged(["tests/e2e/library.spec.ts", "tests/e2e/files.ts"], tests).e2e).toEqual({});
    expect(selectChanged(["tests/e2e/gone.spec.ts"], tests).e2e).toBeNull();
    expect(selectChanged(["tests/integration/quotas.test.ts"], tests)).toMatchObject({ build: true, e2e: null });
    expect(selectChanged(["docs/ARCHITECTURE.md"], tests)).toMatchObject({ build: false, e2e: null });
  });

  it("are the rules of the source alone if nothing changed", () => {
    expect(selectChanged([], tests)).toEqual({
      checks: true,
      build: false,
      unit: { related: ["tests/architecture/import-rules.test.ts"] },
      integration: null,
      e2e: null,
    });
  });
});
