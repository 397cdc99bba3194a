import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { refuseStrays } from "./build.mjs";

it("a build that would carry sources into the image fails and names them", () => {
  const distribution = mkdtempSync(join(tmpdir(), "samplemind-build-"));
  onTestFinished(() => rmSync(distribution, { recursive: true }));
  for (const folder of ["node_modules", "dist", "lib"])
    mkdirSync(join(distribution, "standalone", folder), { recursive: true });
  for (const file of ["server.js", "package.json"]) writeFileSync(join(distribution, "standalone", file), "");
  expect(() => refuseStrays(distribution)).toThrow("lib");
  rmSync(join(distribution, "standalone", "lib"), { recursive: true });
  refuseStrays(distribution);
});
