import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { demoSounds } from "@/db/seed/demo-sounds";
import { writeLargeLibrary } from "@/tests/factories/large-library";
import { register } from "./account";
import { dropPaths } from "./drop";
import { expectAnalyzed } from "./files";
import { stackDatabase } from "./running-stack";
import { expect, type Page, test } from "./test";

const COUNT = 10_000;
/** What is really uploaded and analysed, in the order of their names. */
const LOOPS = {
  "Loop acid Am 128.wav": "Acid bass Am 128.wav",
  "Loop break 174.wav": "Breakbeat 174.wav",
  "Loop house 124.wav": "House drums 124.wav",
  "Loop swung 90.wav": "Swung drums 90.wav",
  "Loop trap 140.wav": "Trap drums 140.wav",
} as const;
const NAMES = Object.keys(LOOPS) as (keyof typeof LOOPS)[];
const FIXED = "Loop house 124.wav";

const bytesOf = (name: keyof typeof LOOPS) =>
  demoSounds.find(({ fileName }) => fileName === LOOPS[name])?.render() ?? new Uint8Array();
const row = (page: Page, name: string) =>
  page.getByRole("grid", { name: "Samples" }).getByRole("row").filter({ hasText: name });
const toolbar = (page: Page) => page.getByRole("toolbar", { name: "Selected samples" });
const found = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });
const inOrder = (page: Page) => page.getByRole("list", { name: "Samples in order" }).getByRole("listitem");
const namesIn = (page: Page) =>
  inOrder(page).evaluateAll((rows) => rows.map((each) => /Loop .+?\.wav/.exec(each.textContent ?? "")?.[0]));

/** Ten thousand samples in a new library: five dropped as a folder, the others written beside them. */
async function fillLibrary(page: Page): Promise<void> {
  const { email } = await register(page);
  const sql = stackDatabase();
  try {
    const folder = join(mkdtempSync(join(tmpdir(), "library-journey-")), "Rooftop");
    mkdirSync(folder);
    for (const name of NAMES) writeFileSync(join(folder, name), bytesOf(name));
    await dropPaths(page, [folder]);
    for (const name of NAMES) await expectAnalyzed(page, name);
    const [owner] = await sql<{ id: string }[]>`select id from users where email = ${email}`;
    await writeLargeLibrary(sql, owner?.id ?? "", COUNT - NAMES.length);
    const indexed = async () =>
      (await sql`select count(*)::int as found from search_documents where owner_id = ${owner?.id ?? ""}`)[0]?.found;
    await expect.poll(indexed, { timeout: 60_000 }).toBe(COUNT);
  } finally {
    await sql.end();
  }
}

/** Opens the dialog that edits what is selected, fills it in and waits until all of it is changed. */
async function editSelected(page: Page, fill: () => Promise<void>, count: string): Promise<void> {
  await toolbar(page).getByRole("button", { name: "Edit" }).click();
  await fill();
  await page.getByRole("button", { name: `Change ${count}` }).click();
  await expect(page.getByText(`${count} changed.`)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("out of ten thousand samples, five are found, put right, put in order, exported and dragged out", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await test.step("ten thousand samples", () => fillLibrary(page));

  await test.step("search, then refine by folder and kind until five are left", async () => {
    await page.goto("/library?sort=name");
    await expect(found(page, "10,000 samples")).toBeVisible();
    await page.keyboard.press("/");
    await page.keyboard.type("loop");
    await page.keyboard.press("Enter");
    await expect(found(page, /^1,43\d samples found/)).toBeVisible();
    await page.getByRole("treeitem", { name: /Rooftop/ }).click();
    await expect(found(page, "5 samples found")).toBeVisible();
    await page.getByRole("button", { name: "Loops" }).click();
    await expect(page).toHaveURL(/type%3Aloop/);
    await expect(found(page, "5 samples found")).toBeVisible();
  });

  await test.step("select the five and tag them at once", async () => {
    await page.keyboard.press("Home");
    await page.keyboard.press("x");
    for (const _ of NAMES.slice(1)) await page.keyboard.press("Shift+ArrowDown");
    await expect(toolbar(page)).toContainText("5 selected");
    await editSelected(page, () => page.getByLabel("Add tags").fill("rooftop live"), "5 samples");
  });

  await test.step("make a collection of them, without leaving the library", async () => {
    await toolbar(page).getByRole("button", { name: "Add to collection" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Rooftop night");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const said = page.getByText("5 samples in Rooftop night");
    await expect(said).toBeVisible();
    const top = (await toolbar(page).boundingBox())?.y ?? 0;
    // It comes from below.
    const bottom = () => said.locator("xpath=ancestor::li").evaluate((toast) => toast.getBoundingClientRect().bottom);
    await expect.poll(bottom).toBeLessThan(top);
    await page.keyboard.press("Escape");
    await expect(toolbar(page)).toHaveCount(0);
  });

  await test.step("correct a tempo", async () => {
    await page.getByRole("checkbox", { name: `Select ${FIXED}` }).click();
    const setTempo = async () => {
      await page.getByLabel("Tempo", { exact: true }).selectOption("value");
      await page.getByLabel("Tempo in BPM").fill("126");
    };
    await editSelected(page, setTempo, "1 sample");
    await expect(row(page, FIXED)).toContainText("126.0");
    await page.keyboard.press("Escape");
  });

  await test.step("drag one out: where it is dropped, the browser gets the file as it was uploaded", async () => {
    await page.evaluate(() => {
      const keep = ({ dataTransfer }: DragEvent) =>
        Object.assign(window, { dragged: dataTransfer?.getData("DownloadURL") });
      window.addEventListener("dragstart", keep, { once: true });
    });
    await row(page, FIXED).hover();
    await page.mouse.down();
    await page.mouse.move(900, 700, { steps: 4 });
    await page.mouse.up();
    const dragged = await page.evaluate(() => (window as unknown as { dragged?: string }).dragged);
    const [, type, name, address = ""] = /^([^:]+):([^:]+):(.+)$/.exec(dragged ?? "") ?? [];
    expect([type, name]).toEqual(["audio/wav", FIXED]);
    const file = await (await page.request.get(address)).body();
    expect(file.subarray(0, 4).toString() + file.subarray(8, 12).toString()).toBe("RIFFWAVE");
    expect(file.equals(Buffer.from(bytesOf(FIXED)))).toBe(true);
  });

  const wanted = [...NAMES.slice(1), NAMES[0]];
  await test.step("reorder the collection by keyboard", async () => {
    await page.getByRole("navigation").first().getByRole("link", { name: "Collections" }).click();
    await page.getByRole("link", { name: "Rooftop night" }).click();
    await expect(inOrder(page)).toHaveCount(NAMES.length);
    expect(await namesIn(page)).toEqual(NAMES);
    await page.getByRole("button", { name: `Move ${NAMES[0]}` }).focus();
    await page.keyboard.press("Alt+End");
    await expect(found(page, `${NAMES[0]} is now 5 of 5`)).toBeAttached();
    expect(await namesIn(page)).toEqual(wanted);
  });
  const collection = page.url();

  await test.step("generate a playlist", async () => {
    await page.getByRole("button", { name: "Make a playlist" }).click();
    await page.getByLabel("First", { exact: true }).selectOption({ label: FIXED });
    await page.getByRole("button", { name: "Make the playlist" }).click();
    await expect(page).toHaveURL(/\/playlists\//);
    await expect(inOrder(page)).toHaveCount(NAMES.length);
  });
  const order = await namesIn(page);
  expect(order[0]).toBe(FIXED);

  await test.step("export it for rekordbox", async () => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByLabel("Format", { exact: true }).selectOption("rekordbox");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the file" }).click(),
    ]);
    const tracks = readRekordbox(readFileSync(await download.path(), "utf8"));
    expect(tracks.map(({ fileName }) => fileName)).toEqual(order);
    expect(tracks[0]?.bpm).toBe("126.00");
    const shown = await inOrder(page).allTextContents();
    for (const [at, { bpm }] of tracks.entries()) expect(shown[at]).toContain(Number(bpm).toFixed(1));
  });

  await test.step("after a reload all of it is still there", async () => {
    await page.reload();
    expect(await namesIn(page)).toEqual(order);
    await page.goto(collection);
    expect(await namesIn(page)).toEqual(wanted);
    await page.goto(`/library?q=${encodeURIComponent('tag:"rooftop live"')}&sort=name`);
    await expect(found(page, "5 samples found")).toBeVisible();
    await expect(row(page, FIXED)).toContainText("126.0 (corrected)");
  });
});

interface ExportedTrack {
  fileName: string;
  bpm: string;
}

/** The tracks of the one playlist in it, in the playlist's order. */
function readRekordbox(xml: string): ExportedTrack[] {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" });
  const { COLLECTION, PLAYLISTS } = parser.parse(xml).DJ_PLAYLISTS as {
    COLLECTION: { TRACK: Record<"TrackID" | "Location" | "AverageBpm", string>[] };
    PLAYLISTS: { NODE: { NODE: { TRACK: { Key: string }[] } } };
  };
  return PLAYLISTS.NODE.NODE.TRACK.map(({ Key }) => {
    const track = COLLECTION.TRACK.find(({ TrackID }) => TrackID === Key);
    return {
      fileName: decodeURIComponent(track?.Location.split("/").at(-1) ?? ""),
      bpm: track?.AverageBpm ?? "",
    };
  });
}
