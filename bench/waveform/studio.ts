import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { freePort } from "@/embedded/ports";

const READY_SECONDS = 120;
const ANALYSIS_SECONDS = 300;

/** A whole SampleMind of its own, as `npm start` starts it, with nobody in it. */
export class Studio {
  private constructor(
    readonly address: string,
    private readonly directory: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<Studio> {
    const directory = mkdtempSync(join(tmpdir(), "samplemind-waveform-"));
    const port = String(await freePort());
    const child = spawn(process.execPath, [resolve("scripts/start.mjs")], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, PORT: port, DATA_DIR: join(directory, "data"), SEED_DEMO: "0", LOG_LEVEL: "error" },
    });
    const studio = new Studio(`http://127.0.0.1:${port}`, directory, child);
    try {
      await studio.#untilReady();
      return studio;
    } catch (error) {
      await studio.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, "close");
      this.child.kill("SIGTERM");
      await ended;
    }
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Makes the first account, uploads a file and opens its page once it is analysed. Returns the sample's id. */
  async openSample(page: Page, path: string, name: string): Promise<string> {
    const code = readFileSync(join(this.directory, "data/setup-code"), "utf8").trim();
    await page.goto(`${this.address}/register#setup=${code}`);
    await page.getByLabel("Name", { exact: true }).fill("Robin Musician");
    await page.getByLabel("E-mail").fill("robin@example.org");
    await page.getByLabel("Password", { exact: true }).fill("four plain words of a bench");
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByRole("button", { name: "Upload audio" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles(path);
    const row = page.getByRole("listitem").filter({ hasText: name });
    await row.getByText("Analysed:").waitFor({ state: "attached", timeout: ANALYSIS_SECONDS * 1000 });
    await row.getByRole("link", { name }).click();
    await page.getByRole("slider", { name: "Position" }).locator("canvas").first().waitFor();
    return new URL(page.url()).pathname.split("/").pop() ?? "";
  }

  async #untilReady(): Promise<void> {
    const deadline = Date.now() + READY_SECONDS * 1000;
    while (Date.now() < deadline) {
      if (this.child.exitCode !== null) throw new Error(`the application ended with ${this.child.exitCode}`);
      const answer = await fetch(`${this.address}/api/health`).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok && existsSync(join(this.directory, "data/setup-code"))) return;
      await delay(300);
    }
    throw new Error("the application did not start");
  }
}
