// How soon a sound is heard after an arrow key has come to it, in each kind of list: npm run bench:previews -- [--check]
// After npm run build. Starts the application with its demo account, in a folder of its own. --check: the exit code is 1
// where a list is slower than the target.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import { machineDescription } from "@/bench/report/machine-description";
import { markdownTable } from "@/bench/report/markdown-table";
import { quantile } from "@/bench/search/quantile";
import { freePort } from "@/embedded/ports";

const TARGET_MS = 100;
const PRESSES = 10;
/** A person who goes through a list hears a little of each. */
const REST_MS = 400;
const READY = /is ready at (http:\/\/\S+)/;
const PASSWORD = /password: (\S+)/;

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

interface Running {
  origin: string;
  password: string;
  stop: () => Promise<void>;
}

async function start(): Promise<Running> {
  const directory = mkdtempSync(join(tmpdir(), "samplemind-previews-"));
  const env = { ...process.env, DATA_DIR: directory, PORT: String(await freePort()), SEED_DEMO: "1" };
  const child = spawn(process.execPath, [resolve("scripts/start.mjs")], { env });
  const stop = async () => {
    await ended(child);
    rmSync(directory, { recursive: true, force: true });
  };
  let output = "";
  return new Promise((give, fail) => {
    child.once("close", () => fail(new Error(`the application ended:\n${output}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        const [origin, password] = [READY.exec(output)?.[1], PASSWORD.exec(output)?.[1]];
        if (origin && password) give({ origin, password, stop });
      });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "close");
}

/** Notes when a key was pressed, and when a media element or Web Audio began to sound after it. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: number[] = [];
    let pressedAt: number | null = null;
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        pressedAt = timeStamp;
      },
      { capture: true },
    );
    const sounds = () => {
      if (pressedAt !== null) heard.push(performance.now() - pressedAt);
      pressedAt = null;
    };
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function begin(...times: Parameters<typeof start>) {
      start.apply(this, times);
      sounds();
    };
    const Original = window.Audio;
    window.Audio = function heardAudio(src?: string) {
      const element = new Original(src);
      element.addEventListener("playing", sounds);
      return element;
    } as unknown as typeof window.Audio;
    Object.assign(window, { heard });
  });
}

const timesOf = (page: Page) => page.evaluate(() => (window as unknown as { heard: number[] }).heard);

async function measureList(page: Page, address: string): Promise<number[]> {
  await page.goto(address);
  const sounds = page.getByRole("button", { name: /^Play .*\.wav$/ });
  await sounds.nth(2).waitFor();
  await page.waitForLoadState("networkidle");
  const steps = (await sounds.count()) - 1;
  // It may begin where the list before was left. From the first one: down to the last, up, and down again.
  for (let press = 0; press <= steps + 1; press++) await page.keyboard.press("ArrowUp", { delay: 30 });
  await page.waitForTimeout(3 * REST_MS);
  await page.evaluate(() => (window as unknown as { heard: number[] }).heard.splice(0));
  for (let press = 0; press < PRESSES; press++) {
    await page.keyboard.press(Math.floor(press / steps) % 2 === 0 ? "ArrowDown" : "ArrowUp");
    await page.waitForFunction((count) => (window as unknown as { heard: number[] }).heard.length > count, press);
    await page.waitForTimeout(REST_MS);
  }
  return timesOf(page);
}

/** A collection with all sounds of the account. */
async function makeCollection(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { data }: { data: { id: string }[] } = await (await fetch("/api/v1/samples")).json();
    const body = JSON.stringify({ name: "All", selection: { ids: data.map(({ id }) => id) } });
    const headers = { "content-type": "application/json" };
    const made = await (await fetch("/api/v1/collections", { method: "POST", headers, body })).json();
    return made.data.id as string;
  });
}

async function measure(browser: Browser, { origin, password }: Running): Promise<[list: string, times: number[]][]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await listen(page);
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail").fill("demo@samplemind.local");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  const collection = await makeCollection(page);
  const lists = [
    ["library", "/library"],
    ["results", "/search?q=-type:track"],
    ["collection", `/collections/${collection}`],
  ] as const;
  const measured: [string, number[]][] = [];
  for (const [list, path] of lists) {
    await page.evaluate(() => sessionStorage.clear());
    // The first visit warms the server up.
    await page.goto(`${origin}${path}`);
    measured.push([list, await measureList(page, `${origin}${path}`)]);
  }
  return measured;
}

const running = await start();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
});
try {
  const measured = await measure(browser, running);
  const rows = measured.map(([list, times]) => [
    list,
    String(times.length),
    ...[0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(0)),
  ]);
  const text = `# Previews

\`npm run bench:previews\`, ${machineDescription()}. Milliseconds from the press of an arrow key until a media element says that it plays, or Web Audio is told to, for ${PRESSES} presses in each list, ${REST_MS} ms apart, on the sounds of the demo account. Target: p95 of ${TARGET_MS} ms.

${markdownTable(["list", "presses", "p50 ms", "p95 ms", "longest ms"], rows)}
`;
  writeFileSync(resolve("bench/results/previews.md"), text);
  process.stdout.write(text);
  const slow = measured.filter(([, times]) => quantile(times, 0.95) > TARGET_MS);
  process.stdout.write(`${measured.length - slow.length} of ${measured.length} figures are met\n`);
  process.exitCode = values.check && slow.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await running.stop();
}
