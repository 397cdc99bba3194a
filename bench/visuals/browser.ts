import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type BrowserContext, chromium } from "@playwright/test";
import { libraryOwners } from "@/bench/data/library";
import { startLibraryServer } from "@/bench/data/library-server";
import { applicationVariables } from "@/bench/processes/application-variables";
import { BenchChild } from "@/bench/processes/child-process";
import { freePort } from "@/embedded/ports";
import type { PagesReply, PagesRequest } from "./protocol";

/** Somebody who is signed in, in Chromium with the software's own WebGL. */
export interface Visit {
  origin: string;
  context: BrowserContext;
  /** Ends the browser and everything that was started for it. */
  close(): Promise<void>;
}

const START_MS = 180_000;
const LONGEST_MS = 3_600_000;
/** The largest owner has 60 % of them. */
const ROWS = 84_000;

async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      ...["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
      ...["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
      "--autoplay-policy=no-user-gesture-required",
    ],
  });
}

/** An installation of its own, as `npm start` starts one, with a first person who has nothing yet. Needs a build. */
export async function openInstallation(variables: Record<string, string> = {}): Promise<Visit> {
  const directory = mkdtempSync(join(tmpdir(), "samplemind-visuals-"));
  // Root's temporary folders are private, and Postgres does not run as root.
  chmodSync(directory, 0o711);
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [resolve("scripts/start.mjs")], {
    env: { ...process.env, PORT: port, DATA_DIR: directory, SEED_DEMO: "0", ...variables },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const browser = await openBrowser();
  const close = async () => {
    await browser.close();
    if (child.exitCode === null) {
      const ended = once(child, "close");
      child.kill("SIGTERM");
      await ended;
    }
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const deadline = Date.now() + START_MS;
    while (!(await isHealthy(origin))) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error("the installation did not start");
      await delay(200);
    }
    const context = await browser.newContext();
    await registerFirst(context, origin, readFileSync(join(directory, "setup-code"), "utf8").trim());
    return { origin, context, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const isHealthy = (origin: string) =>
  fetch(`${origin}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

async function registerFirst(context: BrowserContext, origin: string, setupCode: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/register#setup=${setupCode}`);
  await page.getByLabel("Name", { exact: true }).fill("Robin Musician");
  await page.getByLabel("E-mail").fill("robin@example.org");
  await page.getByLabel("Password", { exact: true }).fill("four plain words that measure");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("button", { name: "Upload audio" }).waitFor();
  await page.close();
}

/** The pages on a generated library, whose owner has 50,000 laid out samples and no sound of them. Needs a build. */
export async function openLargeLibrary({ keep, seed }: { keep?: string | undefined; seed: number }): Promise<Visit> {
  const server = await startLibraryServer({ keep });
  const options = { rows: ROWS, seed, spread: "alike" as const };
  let child: BenchChild<PagesRequest, PagesReply> | null = null;
  try {
    const library = await server.open(options);
    const [owner] = libraryOwners(options);
    if (!owner) throw new Error("a library without owners");
    child = new BenchChild("bench/visuals/pages-child.ts", LONGEST_MS, applicationVariables(library.applicationUrl));
    const pages = child;
    const reply = await pages.ask({ type: "open", ownerId: owner.id });
    if (reply.type !== "opened") throw new Error("the pages did not start");
    const browser = await openBrowser();
    const context = await browser.newContext();
    const [name = "", value = ""] = reply.cookie.split("=");
    await context.addCookies([{ name, value, url: reply.origin }]);
    return {
      ...{ origin: reply.origin, context },
      async close() {
        await browser.close();
        await pages.ask({ type: "close" });
        pages.close();
        await server.stop();
      },
    };
  } catch (error) {
    child?.close();
    await server.stop();
    throw error;
  }
}
