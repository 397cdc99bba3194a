import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/** One port for each worker, separated by commas: `npm test` finds free ones. */
const ports = (process.env.E2E_PORTS ?? "3210").split(",");
const dataDirectoryOf = (port: string) => `.cache/e2e-${port}`;

/** Each worker has a stack of its own, so no test sees the flags, pauses and crashes of another. */
const port = ports[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? "";
export const dataDirectory = dataDirectoryOf(port);
/** From here, people of the stack under test may import folders. */
const importDirectoryOf = (port: string) => join(process.cwd(), `.cache/e2e-imports-${port}`);
export const importDirectory = importDirectoryOf(port);
export const origin = `http://127.0.0.1:${port}`;

/** End-to-end tests run against the production build, started the way a person starts it. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  timeout: 240_000,
  expect: { timeout: 45_000 },
  workers: ports.length,
  // A browser that dies takes along the test that comes next. What passes the second time is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  use: {
    baseURL: origin,
    // What one page leaves in it would reach the next; the tests of the installed application allow it.
    serviceWorkers: "block",
    // Most tests are not about motion, and each of its frames is drawn by the processor.
    contextOptions: { reducedMotion: "reduce" },
    // A film of the page would cost a tenth of the time; its state at every step is enough to see what went wrong.
    trace: { mode: "retain-on-failure", screenshots: false, sources: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    },
  },
  webServer: ports.map((each) => ({
    command: "node scripts/start.mjs",
    url: `http://127.0.0.1:${each}/api/health`,
    // The demo account has tests of its own; here it would only take its time. With a trusted proxy, tests can say from
    // which address a request comes.
    env: {
      ...{ PORT: each, DATA_DIR: dataDirectoryOf(each), IMPORT_DIRS: importDirectoryOf(each) },
      ...{ SEED_DEMO: "0", TRUSTED_PROXY_HOPS: "1" },
    },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
  })),
});
