import { type Browser, chromium, type Page } from "@playwright/test";
import type { RunningStack } from "./running-stack";
import type { Sound } from "./sounds";

/** Small enough that the processor draws as many frames as a graphics card would draw of a large one. */
const VIEWPORT = { width: 320, height: 240 };
const ANALYSED_MS = 180_000;
const LISTENING_MS = 2000;

/** @param isFlat without WebGL */
export function startBrowser(isFlat: boolean): Promise<Browser> {
  const software = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    // What is muted is not mixed either.
    ignoreDefaultArgs: ["--mute-audio"],
    args: ["--no-sandbox", ...(isFlat ? ["--disable-gpu"] : software), "--auto-accept-this-tab-capture"],
  });
}

/** A page that is signed in as a new person. Documents let the tab be captured, which the application's own forbid. */
export async function openPage(browser: Browser, stack: RunningStack): Promise<Page> {
  // A service worker would fetch the documents past the route.
  const context = await browser.newContext({
    viewport: VIEWPORT,
    baseURL: stack.address,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.route(/\/samples\//, async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const { "permissions-policy": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto(`/register#setup=${stack.setupCode}`);
  await page.getByLabel("Name", { exact: true }).fill("Beat bench");
  await page.getByLabel("E-mail").fill("beats@example.org");
  await page.getByLabel("Password", { exact: true }).fill("four plain words for beats");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("button", { name: "Upload audio" }).click();
  return page;
}

/** Uploads the sounds and waits for their analyses. Returns the id of each. */
export async function upload(page: Page, sounds: readonly Sound[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { file } of sounds) {
    await page.goto("/upload");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Choose files" }).click(),
    ]);
    await chooser.setFiles(file);
    const name = typeof file === "string" ? (file.split("/").at(-1) ?? "") : file.name;
    const row = page.getByRole("listitem").filter({ hasText: name });
    await row.getByText("Analysed:").waitFor({ state: "attached", timeout: ANALYSED_MS });
    ids.push(((await row.getByRole("link").getAttribute("href")) ?? "").replace("/samples/", ""));
  }
  return ids;
}

export interface Analysed {
  bpm: number | null;
  beats: number[];
}

export async function analysisOf(page: Page, id: string): Promise<Analysed> {
  const answer = await page.request.get(`/api/v1/samples/${id}`);
  const { data } = (await answer.json()) as { data: { record: { tempo: { bpm: number } | null; beats: number[] } } };
  return { bpm: data.record.tempo?.bpm ?? null, beats: data.record.beats };
}

/** Opens the sample, makes it repeat if it is a loop, and goes to its picture: the scene of the rhythm. */
export async function openPicture(page: Page, id: string, repeats: boolean): Promise<void> {
  await page.goto(`/samples/${id}`);
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  if (repeats) {
    // Keys say nothing until the page listens, which nothing on it shows.
    await page.waitForTimeout(LISTENING_MS);
    await page.keyboard.press("r");
    await page.getByRole("button", { name: "Stop looping (R)" }).waitFor();
  }
  await page.getByRole("link", { name: "Visualize" }).click();
  await page.locator("[data-picture] canvas").first().waitFor();
  await page.keyboard.press("2");
}

/** Starts to play, or goes on. */
export async function play(page: Page): Promise<void> {
  if (await page.getByRole("button", { name: "Play", exact: true }).isVisible()) await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
}
