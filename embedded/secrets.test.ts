import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadSecrets } from "./secrets";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "launcher-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = () => join(folder, "secrets.json");

it("makes secrets once, readable only by the file's owner, and keeps them", () => {
  const first = loadSecrets(folder);
  expect(first.inngestSigningKey).toMatch(/^signkey-prod-[0-9a-f]{64}$/);
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(loadSecrets(folder)).toEqual(first);
  expect(readdirSync(folder)).toEqual(["secrets.json"]);
});

it("makes different secrets for another directory", () => {
  const [here, there] = [loadSecrets(folder), loadSecrets(join(folder, "other"))];
  for (const name of Object.keys(here) as (keyof typeof here)[]) expect(here[name]).not.toBe(there[name]);
});

it("makes a file that others could read private again", () => {
  loadSecrets(folder);
  chmodSync(file(), 0o644);
  loadSecrets(folder);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it("adds a new secret without changing the others", () => {
  const { inngestEventKey, ...older } = loadSecrets(folder);
  writeFileSync(file(), JSON.stringify(older));
  const grown = loadSecrets(folder);
  expect(grown).toMatchObject(older);
  expect(grown.inngestEventKey).not.toBe(inngestEventKey);
  expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual(grown);
});

it.each(["not json", '{"postgresPassword":"short"}'])(
  "refuses a damaged file instead of locking the operator out: %s",
  (text) => {
    writeFileSync(file(), text);
    expect(() => loadSecrets(folder)).toThrow(/is damaged/);
    expect(readFileSync(file(), "utf8")).toBe(text);
  },
);
