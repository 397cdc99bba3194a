// `npm test`: installs what it needs, runs every check against the production build, ends with the count.
// `npm test -- --changed[=REVISION]` runs what a change can touch, `npm test -- PATH-OR-NAME` single tests.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "../runtime/root.mjs";
import { findChromium } from "./chromium.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { run, stopCommands } from "./run-command.mjs";
import { checks, composeEnvironment, playwrightCommand, vitestCommand } from "./test-commands.mjs";
import { countLine, failedTests, readPlaywright, readVitest, slowestTests } from "./test-report.mjs";
import { readSelection } from "./test-selection.mjs";

const E2E_WORKERS = 2;
const reports = join(root, ".cache/test-reports");
const totals = { passed: 0, failed: 0, skipped: 0 };
const outcomes = {};
const say = (line) => process.stdout.write(`${line}\n`);

const secondsSince = (startedMs) => `${((performance.now() - startedMs) / 1000).toFixed(1).padStart(6)} s`;

/** A check that passes or fails as a whole. */
async function check(name, command, env = {}) {
  const startedMs = performance.now();
  const { code, output } = await run(command, { env });
  say(`${code === 0 ? "✓" : "✗"} ${name.padEnd(24)} ${secondsSince(startedMs)}`);
  totals[code === 0 ? "passed" : "failed"] += 1;
  if (code !== 0) say(output.slice(-20_000));
  return code === 0;
}

/** Lines that say nothing to whoever looks at several runners at once. */
const NOISE =
  /^\s*$|^ RUN |^JSON report written|^Running \d+ test|^\s*(Test Files|Tests|Start at|Duration) |^ +\d+ passed/;

/** A runner that counts for itself and reports as JSON. Several run at once, so each line carries the runner's name. */
async function suite(name, command, reportFile, read, env = {}) {
  const startedMs = performance.now();
  const onLine = (line) => NOISE.test(line) || say(`${name.padEnd(11)} │ ${line}`);
  const { code } = await run(command, { env, onLine });
  let outcome = { passed: 0, failed: 0, skipped: 0, tests: [] };
  try {
    outcome = read(JSON.parse(readFileSync(reportFile, "utf8")));
  } catch (error) {
    say(`${name} left no report: ${error.message}`);
    outcome.failed = 1;
  }
  // A runner can fail without a failed test: a file that does not load, an unhandled rejection.
  if (code !== 0 && outcome.failed === 0) outcome.failed = 1;
  outcomes[name] = outcome;
  for (const count of ["passed", "failed", "skipped"]) totals[count] += outcome[count];
  say(`${outcome.failed === 0 ? "✓" : "✗"} ${name.padEnd(24)} ${secondsSince(startedMs)}  ${countLine(outcome)}`);
}

function vitest(project, wanted, env = {}) {
  const reportFile = join(reports, `${project}.json`);
  // Vitest counts as skipped what has another name than the one that was asked for.
  const read = (report) => ({ ...readVitest(report), ...(wanted.name && { skipped: 0 }) });
  return suite(project, vitestCommand(project, wanted, reportFile), reportFile, read, env);
}

async function playwright(wanted, env) {
  const workers = Math.min(E2E_WORKERS, wanted.files?.length ?? E2E_WORKERS);
  const reportFile = join(reports, "e2e.json");
  const ports = await freePorts(workers);
  await suite("end to end", playwrightCommand(wanted), reportFile, readPlaywright, {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
    E2E_PORTS: ports.join(","),
  });
  for (const port of ports) rmSync(join(root, `.cache/e2e-${port}`), { recursive: true, force: true });
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)))),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function checkSources() {
  await check("format and lint", checks.format);
  await check("dead code", checks.deadCode);
  const { code } = await run(["docker", "compose", "version"]);
  if (code === 0) await check("docker compose config", checks.compose, composeEnvironment);
}

/**
 * Two lanes keep two cores busy: what needs the build waits for it in one, what does not runs in the other meanwhile.
 * The build replaces files that the types refer to, so types come first.
 */
async function runSelection(selection) {
  const { unit, integration, e2e } = selection;
  const chromium = selection.build ? { CHROMIUM_PATH: await findChromium() } : {};
  const withoutBuild = async () => {
    if (selection.checks) await checkSources();
    if (unit) await vitest("unit", unit);
  };
  const withBuild = async () => {
    if (selection.checks) await check("types", checks.types);
    if (selection.build && !(await check("build", checks.build))) return;
    // One after the other: each keeps two cores busy by itself, and beside the other a browser is late for everything.
    if (integration) await vitest("integration", integration, chromium);
    if (e2e) await playwright(e2e, chromium);
  };
  await Promise.all([withoutBuild(), withBuild()]);
}

async function main() {
  const selection = readSelection(process.argv.slice(2));
  if (!selection) {
    say(`No test file or test is called "${process.argv.slice(2).join(" ")}".`);
    process.exit(2);
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await ensureDependencies();
  await runSelection(selection);
  const failures = failedTests(outcomes);
  if (failures.length > 0) say(["", "Failed:", ...failures].join("\n"));
  say(["", "The slowest tests:", ...slowestTests(outcomes), "", countLine(totals)].join("\n"));
  process.exit(totals.failed === 0 ? 0 : 1);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    stopCommands();
    process.exit(1);
  });
}

await main();
