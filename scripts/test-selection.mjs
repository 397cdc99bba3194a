// What a call of `npm test` runs: everything, what a change can touch, or single tests.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../runtime/root.mjs";

/**
 * @typedef {object} Suite what one runner is to run
 * @property {string[]} [files] test files; all of them if left out
 * @property {string[]} [related] run the tests that import one of these
 * @property {string} [name] only tests with this in their name
 *
 * @typedef {object} Selection
 * @property {boolean} checks format, lint, types, dead code
 * @property {boolean} build
 * @property {Suite | null} unit
 * @property {Suite | null} integration
 * @property {Suite | null} e2e
 */

const FOLDERS = ["app", "bench", "cli", "components", "db", "embedded", "inngest", "lib", "runtime", "scripts"];
const TEST_FOLDERS = [...FOLDERS, "training", "tests"];

/** What is built into the application, or runs beside it. */
const APPLICATION = /^(app|components|lib|db|inngest|public)\/|^(proxy|instrumentation[\w-]*)\.ts$|^next\.config\./;
const SERVICES = /^(embedded|runtime)\/|^scripts\/(start|build|bundle|dependencies|source-hash)\.mjs$/;
const E2E = /^tests\/e2e\/|^playwright\.config\.ts$|^package(-lock)?\.json$/;

/** Modules that start a program whose sources no test imports. */
const STARTED = [
  { by: "tests/factories/running-app.ts", sources: APPLICATION },
  { by: "tests/factories/running-start.ts", sources: SERVICES },
  {
    by: "tests/fixtures/samplemind-command.ts",
    sources: /^(cli|runtime)\/|^lib\/(analysis|dsp|plugins)\/|^scripts\/(run|bundle)\.mjs$/,
  },
  { by: "scripts/bundle.mjs", sources: /^(embedded|runtime)\/|^lib\/analysis\/|^tests\/fixtures\/.*\.ts$/ },
];
/** They read the sources instead of importing them. */
const READS_SOURCES = /^tests\/architecture\/.*\.test\.ts$/;
/** A test that imports one of these needs the production build. */
const NEEDS_BUILD = /factories\/(running-app|running-start|built-actions|forged-requests)"|\.\/access-table"/;

/** Which runner a test file belongs to; null if it is no test. */
export function projectOf(file) {
  if (/^tests\/e2e\/.+\.spec\.ts$/.test(file)) return "e2e";
  if (!file.endsWith(".test.ts")) return null;
  return file.startsWith("tests/integration/") ? "integration" : "unit";
}

/** @returns {Selection} */
export function selectAll() {
  return { checks: true, build: true, unit: {}, integration: {}, e2e: {} };
}

/**
 * The tests that a change of these files can touch.
 * @param {string[]} changed paths from the root
 * @param {string[]} tests all test files
 * @returns {Selection}
 */
export function selectChanged(changed, tests) {
  const started = STARTED.filter(({ sources }) => changed.some((file) => sources.test(file))).map(({ by }) => by);
  const related = [...changed, ...started];
  const touchesE2e = changed.filter((file) => APPLICATION.test(file) || SERVICES.test(file) || E2E.test(file));
  const onlySpecs = touchesE2e.every((file) => projectOf(file) === "e2e");
  const specs = touchesE2e.filter((file) => tests.includes(file));
  return {
    checks: true,
    build: touchesE2e.length > 0 || changed.some((file) => file.startsWith("tests/")),
    unit: { related: [...related, ...tests.filter((file) => READS_SOURCES.test(file))] },
    integration: related.length > 0 ? { related } : null,
    e2e: onlySpecs ? (specs.length > 0 ? { files: specs } : null) : {},
  };
}

/**
 * Tests by path, by part of a path, or else by name.
 * @param {string[]} words
 * @param {string[]} tests all test files
 * @param {(file: string) => string} read
 * @returns {Selection | null} null if there is none
 */
export function selectNamed(words, tests, read) {
  const paths = words.map((word) => word.replace(/^\.\//, ""));
  let files = tests.filter((file) => paths.some((path) => file.includes(path)));
  let name;
  if (files.length === 0) {
    name = words.join(" ");
    files = tests.filter((file) => read(file).includes(name));
  }
  if (files.length === 0) return null;
  const of = (project) => {
    const own = files.filter((file) => projectOf(file) === project);
    return own.length > 0 ? { files: own, ...(name && { name }) } : null;
  };
  const [unit, integration, e2e] = ["unit", "integration", "e2e"].map(of);
  const build = e2e !== null || (integration?.files.some((file) => NEEDS_BUILD.test(read(file))) ?? false);
  return { checks: false, build, unit, integration, e2e };
}

/** All test files of the checkout, as paths from the root. */
export function findTests() {
  return TEST_FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
      .filter((file) => projectOf(file) !== null),
  );
}

function git(...args) {
  const { status, stdout, stderr, error } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${(stderr || String(error)).trim()}`);
  return stdout.split("\n").filter(Boolean);
}

/** Where this branch left the main one; HEAD on the main one itself. */
function branchPoint() {
  for (const main of ["origin/main", "main"]) {
    try {
      return git("merge-base", "HEAD", main)[0] ?? "HEAD";
    } catch {
      // There is no such branch here.
    }
  }
  return "HEAD";
}

/** Files that differ from `revision`, new ones included, as paths from the root. */
export function changedFiles(revision = branchPoint()) {
  const tracked = git("diff", "--name-only", "--no-renames", "--relative", revision, "--");
  return [...new Set([...tracked, ...git("ls-files", "--others", "--exclude-standard")])];
}

/**
 * @param {string[]} args of the command line
 * @returns {Selection | null} null if no test is meant
 */
export function readSelection(args) {
  const changed = args.find((arg) => /^--changed(=|$)/.test(arg));
  if (changed) return selectChanged(changedFiles(changed.split("=")[1]), findTests());
  if (args.length === 0) return selectAll();
  return selectNamed(args, findTests(), (file) => readFileSync(join(root, file), "utf8"));
}
