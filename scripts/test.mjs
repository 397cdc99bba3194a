// `npm test`: installs what it needs, runs every check against the production build, ends with the count.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "../runtime/root.mjs";
import { findChromium } from "./chromium.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { run } from "./run-command.mjs";

const reports = join(root, ".cache/test-reports");
const bin = (path) => [process.execPath, join(root, "node_modules", path)];
const totals = { passed: 0, failed: 0, skipped: 0 };

/** A check that passes or fails as a whole. */
async function check(name, command, env = {}) {
  const started = performance.now();
  const { code, output } = await run(command, { env });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? "✓" : "✗"} ${name.padEnd(24)} ${seconds.padStart(6)} s\n`);
  if (code === 0) totals.passed += 1;
  else {
    totals.failed += 1;
    process.stdout.write(`${output.slice(-20_000)}\n`);
  }
  return code === 0;
}

/** A runner that reports its own count as JSON; its output goes straight through. */
async function suite(name, command, reportFile, count, env = {}) {
  process.stdout.write(`\n── ${name}\n`);
  const { code } = await run(command, { env, through: true });
  const before = totals.failed;
  try {
    const { passed, failed, skipped } = count(JSON.parse(readFileSync(join(reports, reportFile), "utf8")));
    totals.passed += passed;
    totals.failed += failed;
    totals.skipped += skipped;
  } catch {
    totals.failed += 1;
  }
  // A runner can fail without a failed test: a file that does not load, an unhandled rejection.
  if (code !== 0 && totals.failed === before) totals.failed += 1;
}

const vitestCount = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});
const playwrightCount = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
});

function vitest(project, env) {
  const report = join(reports, `${project}.json`);
  const flags = ["run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  return suite(project, [...bin("vitest/vitest.mjs"), ...flags], `${project}.json`, vitestCount, env);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function main() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await ensureDependencies();
  const chromium = await findChromium();
  await check("format and lint", [...bin("@biomejs/biome/bin/biome"), "ci", "--reporter=summary"]);
  await check("types", [...bin("typescript/bin/tsc"), "-b"]);
  await check("dead code", [...bin("knip/bin/knip.js")]);
  if (await composeIsHere())
    await check("docker compose config", ["docker", "compose", "config", "--quiet"], composeEnv);
  const built = await check("build", [process.execPath, join(root, "scripts/build.mjs"), "--if-changed"]);
  await vitest("unit", {});
  if (built) {
    const env = { CHROMIUM_PATH: chromium };
    await vitest("integration", env);
    const port = String(await freePort());
    const report = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "e2e.json"), E2E_PORT: port };
    const playwright = [...bin("@playwright/test/cli.js"), "test", "--reporter=line,json"];
    await suite("end to end", playwright, "e2e.json", playwrightCount, { ...env, ...report });
  }
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
  process.exit(totals.failed === 0 ? 0 : 1);
}

const composeEnv = Object.fromEntries(
  ["POSTGRES_PASSWORD", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY", "NEXTAUTH_SECRET"]
    .concat(["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"])
    .map((name) => [name, "for-validation-only"]),
);

async function composeIsHere() {
  const { code } = await run(["docker", "compose", "version"]);
  return code === 0;
}

await main();
