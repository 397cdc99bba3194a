// How each check and each runner is called.
import { join } from "node:path";
import { root } from "../runtime/root.mjs";

const node = (path) => [process.execPath, join(root, path)];
const bin = (path) => node(`node_modules/${path}`);
const literally = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");

export const checks = {
  format: [...bin("@biomejs/biome/bin/biome"), "ci", "--reporter=summary"],
  types: [...bin("typescript/bin/tsc"), "-b"],
  deadCode: [...bin("knip/bin/knip.js")],
  compose: ["docker", "compose", "config", "--quiet"],
  build: [...node("scripts/build.mjs"), "--if-changed"],
};

/** docker-compose.yml has no defaults for secrets. */
export const composeEnvironment = Object.fromEntries(
  ["POSTGRES_PASSWORD", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY", "NEXTAUTH_SECRET"]
    .concat(["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"])
    .map((name) => [name, "for-validation-only"]),
);

/** Unit tests are quick and many: only what fails is worth a line. */
const REPORTERS = { unit: "minimal", integration: "default" };

/**
 * @param {"unit" | "integration"} project
 * @param {import("./test-selection.mjs").Suite} suite
 */
export function vitestCommand(project, { files = [], related, name }, reportFile) {
  return [
    ...bin("vitest/vitest.mjs"),
    ...(related ? ["related", "--run"] : ["run"]),
    // The integration tests are two projects, of which one has the files that need a process of their own.
    ...["--project", `${project}*`, "--passWithNoTests", "--no-color"],
    ...[`--reporter=${REPORTERS[project]}`, "--reporter=json", `--outputFile.json=${reportFile}`],
    ...(name ? ["--testNamePattern", literally(name)] : []),
    ...(related ?? files),
  ];
}

/** @param {import("./test-selection.mjs").Suite} suite */
export function playwrightCommand({ files = [], name }) {
  return [
    ...bin("@playwright/test/cli.js"),
    ...["test", "--reporter=list,json"],
    ...(name ? ["--grep", literally(name)] : []),
    ...files.map(literally),
  ];
}
