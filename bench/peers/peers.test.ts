import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keyOf } from "./answers";

const SHIPPED = ["app", "cli", "components", "db", "embedded", "inngest", "lib", "scripts"];
const IMPORTED = /(from|import|import\(|require\()\s*["'](essentia|@\/bench)/;
const SOURCE = /\.(ts|tsx|mjs)$/;

function sources(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((file) => file.isFile() && SOURCE.test(file.name))
    .map((file) => join(file.parentPath, file.name));
}

it("is never shipped: nothing but the benchmark imports essentia.js, and only development installs it", () => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(devDependencies).toHaveProperty(["essentia.js"]);
  expect({ ...dependencies, ...optionalDependencies }).not.toHaveProperty(["essentia.js"]);
  const files = SHIPPED.flatMap(sources);
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => IMPORTED.test(readFileSync(file, "utf8")))).toEqual([]);
});

it("reads the names that peers give keys", () => {
  expect(keyOf("Ab", "minor")).toEqual({ tonic: 8, mode: "minor" });
  expect(keyOf("C#", "major")).toEqual({ tonic: 1, mode: "major" });
  expect(keyOf("C", "dorian")).toBeNull();
});
