import type postgres from "postgres";
import { nameOfSample, writeLargeLibrary } from "@/tests/factories/large-library";
import { tone } from "@/tests/factories/sounds";
import { register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { stackDatabase } from "./running-stack";
import { expect, type Locator, type Page, test } from "./test";

test.describe.configure({ mode: "serial" });

const COUNT = 1500;
/** Samples that all sound, and the one whose sound they have. */
const TOTAL = COUNT + 1;

const grid = (page: Page) => page.getByRole("grid", { name: "Samples" });
const row = (page: Page, name: string) => grid(page).getByRole("row").filter({ hasText: name });
const pane = (page: Page) => grid(page).locator("xpath=..");
const count = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });
const toolbar = (page: Page) => page.getByRole("toolbar", { name: "Selected samples" });
const scrollTo = (page: Page, share: number) =>
  pane(page).evaluate((node, at) => {
    node.scrollTop = at * (node.scrollHeight - node.clientHeight);
  }, share);
/** The name of the row that has the cursor. */
const cursorRow = async (page: Page): Promise<Locator> =>
  page.locator(`#${(await grid(page).getAttribute("aria-activedescendant")) ?? "none"}`);

let sql: postgres.Sql;
let state: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

test.beforeAll(async ({ browser }) => {
  sql = stackDatabase();
  const page = await browser.newPage();
  await register(page);
  await pickFiles(page, wavOf("real.wav", tone(300, 3)));
  await expectAnalyzed(page, "real.wav");
  const [sample] = await sql<{ ownerId: string; objectKey: string }[]>`
    select owner_id as "ownerId", object_key as "objectKey" from samples order by created_at desc limit 1`;
  if (!sample) throw new Error("nothing was uploaded");
  // The oldest of all, so that the list begins with what was written.
  await sql`
    update samples set created_at = now() - interval '1 year', folder_path = folder_path where owner_id = ${sample.ownerId}`;
  await writeLargeLibrary(sql, sample.ownerId, COUNT, { objectKey: sample.objectKey });
  const indexed = async () =>
    (await sql`select count(*)::int as found from search_documents where owner_id = ${sample.ownerId}`)[0]?.found;
  await expect.poll(indexed, { timeout: 120_000 }).toBe(TOTAL);
  state = await page.context().storageState();
  await page.close();
});
test.afterAll(() => sql.end());

test.use({ viewport: { width: 1440, height: 900 } });
test.beforeEach(async ({ page }) => {
  await page.context().addCookies(state.cookies);
  await page.goto("/library");
  await expect(row(page, nameOfSample(COUNT - 1))).toBeVisible();
  await expect(count(page, "1,501 samples")).toBeVisible();
});

test("the window reaches the middle and the end, filters and sorts, and keeps its place over a reload", async ({
  page,
}) => {
  await expect(grid(page)).toHaveAttribute("aria-rowcount", String(TOTAL + 1));
  await scrollTo(page, 0.5);
  await expect(row(page, nameOfSample(750))).toBeVisible();
  await scrollTo(page, 1);
  await expect(row(page, "real.wav")).toBeVisible();
  await expect(row(page, "real.wav")).toHaveAttribute("aria-rowindex", String(TOTAL + 1));

  await grid(page).getByRole("button", { name: "Name" }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(grid(page).getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await expect(grid(page).locator("[data-index='0']")).toContainText(nameOfSample(3));
  await scrollTo(page, 0.4);
  const seen = grid(page).locator("[data-index='600']");
  await expect(seen).toContainText(".wav");
  const before = await seen.evaluate((node) => ({ text: node.textContent, top: node.getBoundingClientRect().top }));
  // Kept a moment after the list has come to rest. Until then it is where the list was before.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { index = 0 } = JSON.parse(sessionStorage.getItem("library-place") ?? "{}") as { index?: number };
        return Math.abs(index - 600);
      }),
    )
    .toBeLessThan(30);
  await page.reload();
  await expect(seen).toHaveText(before.text ?? "");
  const { y } = (await seen.boundingBox()) ?? { y: -1 };
  expect(Math.abs(y - before.top)).toBeLessThan(2);

  // There and back again.
  const name = (await seen.getByRole("link").textContent()) ?? "";
  await seen.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.goBack();
  await expect(seen).toContainText(name);

  await page.getByRole("button", { name: "Loops" }).click();
  await expect(count(page, /\d samples found/)).toBeVisible();
  await expect(page).toHaveURL(/q=type%3Aloop/);
  await page.getByRole("button", { name: "Favourites", exact: true }).click();
  await expect(page).toHaveURL(/is%3Afavourite/);
  const star = { name: /^Favourite / };
  await expect(grid(page).getByRole("button", { ...star, pressed: false })).toHaveCount(0);
  await expect(
    grid(page)
      .getByRole("button", { ...star, pressed: true })
      .first(),
  ).toBeVisible();
  await page.getByRole("button", { name: "Ask for the opposite of type:loop" }).click();
  await expect(page).toHaveURL(/-type%3Aloop/);
  await page.getByRole("button", { name: "Clear the search" }).click();
  await page.getByRole("treeitem", { name: /Pads/ }).click();
  await expect(page.getByRole("combobox", { name: "Search" })).toHaveValue("in:pads");
  await expect(row(page, "Pad ").first()).toBeVisible();
  await expect(row(page, "Kick")).toHaveCount(0);
});

test("rows are selected by mouse and key, also those that were never read, and deleted with undo", async ({ page }) => {
  await page.getByRole("checkbox", { name: `Select ${nameOfSample(COUNT - 1)}` }).click();
  await expect(toolbar(page)).toContainText("1 selected");
  await scrollTo(page, 0.6);
  const far = grid(page).locator("[data-index='900']");
  await expect(far).toContainText(".wav");
  await far.getByRole("checkbox").click({ modifiers: ["Shift"] });
  await expect(toolbar(page)).toContainText("901 selected");
  await expect(page).toHaveURL(/sel=tab/);
  await page.reload();
  await expect(toolbar(page)).toContainText("901 selected");
  await grid(page).focus();
  await page.keyboard.press("Escape");
  await expect(toolbar(page)).toHaveCount(0);

  // The first rows are not read yet, and what is asked for last is answered first.
  let heldMs = 800;
  await page.route("**/api/v1/library/pages?*", async (route) => {
    heldMs = Math.max(0, heldMs - 200);
    await new Promise((resolve) => setTimeout(resolve, heldMs));
    await route.continue();
  });
  await page.keyboard.press("Home");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(toolbar(page)).toContainText("3 selected");
  await expect(grid(page).locator("[data-index='2']")).toContainText(".wav");
  await expect(grid(page)).toBeFocused();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/samples\//);
  await page.goBack();
  await expect(toolbar(page)).toContainText("3 selected");
  await expect(page).toHaveURL(/sel=[\w-]{64}/);
  await grid(page).focus();
  await page.keyboard.press("Delete");
  await expect(page.getByText("3 samples deleted")).toBeVisible();
  await expect(count(page, "1,498 samples")).toBeVisible();
  await expect(row(page, nameOfSample(COUNT - 1))).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(count(page, "1,501 samples")).toBeVisible();
  await expect(row(page, nameOfSample(COUNT - 1))).toBeVisible();

  await page.getByRole("combobox", { name: "Search" }).fill("type:track");
  await expect(count(page, "samples found")).toBeVisible();
  await page.getByRole("combobox", { name: "Search" }).blur();
  await row(page, "Vocal")
    .first()
    .click({ position: { x: 280, y: 40 } });
  await page.keyboard.press("Control+a");
  await expect(toolbar(page)).toContainText("214 selected");
  await row(page, "Vocal").nth(1).getByRole("checkbox").click();
  await toolbar(page).getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("213 samples deleted")).toBeVisible();
  await expect(count(page, "1 sample found")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(count(page, "214 samples found")).toBeVisible();
});

test("rows become compact, columns are chosen, moved and resized, and a view of it all is saved", async ({ page }) => {
  const rowHeight = async () => (await grid(page).getByRole("row").nth(2).boundingBox())?.height;
  await page.getByRole("button", { name: "Compact rows" }).click();
  await expect.poll(rowHeight).toBe(28);
  await page.getByRole("button", { name: "Columns and more" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Folder" }).click();
  await page.keyboard.press("Escape");
  const head = (name: string) => grid(page).getByRole("columnheader", { name });
  await expect(head("Folder")).toBeVisible();
  const heads = () => grid(page).getByRole("columnheader").allTextContents();
  await head("Folder").getByRole("button").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(async () => (await heads()).at(-3)).toBe("Folder");
  const width = async () => Math.round((await head("Folder").boundingBox())?.width ?? 0);
  const before = await width();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(width).toBe(before + 16);

  await page.getByRole("combobox", { name: "Search" }).fill("kick");
  await expect(count(page, "samples found")).toBeVisible();
  await page.getByRole("combobox", { name: "Search" }).blur();
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("menuitem", { name: "Save this view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Kicks by folder");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved as Kicks by folder")).toBeVisible();
  await page.goto("/library");
  // Remembered on this device.
  await expect(head("Folder")).toBeVisible();
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("menuitem", { name: "Kicks by folder" }).click();
  await expect(page.getByRole("combobox", { name: "Search" })).toHaveValue("kick");
  await expect(row(page, "Kick").first()).toBeVisible();

  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("menuitem", { name: "Rename or delete" }).click();
  await page.getByRole("textbox", { name: "Name of Kicks by folder" }).fill("Kicks");
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("button", { name: "Delete Kicks" }).click();
  await expect(page.getByRole("textbox", { name: /^Name of/ })).toHaveCount(0);
});

test("the arrow keys play what they reach at once, and a click on a waveform plays from there", async ({ page }) => {
  await page.keyboard.press("ArrowDown");
  await expect(await cursorRow(page)).toContainText(nameOfSample(COUNT - 1));
  const pauseOf = (index: number) => page.getByRole("button", { name: `Pause ${nameOfSample(index)}` }).first();
  await expect(pauseOf(COUNT - 1)).toBeVisible();
  // How soon it is heard is for `bench:previews`.
  for (let step = 2; step <= 4; step++) {
    await page.keyboard.press("ArrowDown");
    await expect(pauseOf(COUNT - step)).toBeVisible();
  }

  await page.getByRole("button", { name: "Play what the arrow keys reach" }).click();
  await page.keyboard.press("ArrowDown");
  await expect(await cursorRow(page)).toContainText(nameOfSample(COUNT - 5));
  await expect(pauseOf(COUNT - 5)).toHaveCount(0);
  await page.keyboard.press("Space");
  await expect(pauseOf(COUNT - 5)).toBeVisible();
  await page.keyboard.press("Space");
  await row(page, nameOfSample(COUNT - 7))
    .locator("[data-act='wave']")
    .click();
  await expect(pauseOf(COUNT - 7)).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
});

test("cards, and a narrow screen with a drawer of folders, are complete and accessible", async ({ page }) => {
  await page.getByRole("button", { name: "Show as cards" }).click();
  await expect(grid(page).getByRole("gridcell").first()).toContainText(nameOfSample(COUNT - 1));
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const vocal = grid(page)
    .getByRole("gridcell")
    .filter({ hasText: nameOfSample(COUNT - 3) });
  const right = async (part: Locator) => {
    const { x, width } = (await part.boundingBox()) ?? { x: 0, width: 0 };
    return x + width;
  };
  expect(await right(vocal.getByText("137.0"))).toBeLessThan(await right(vocal));
  await page.getByRole("button", { name: "Show as a list" }).click();
  await expect(row(page, nameOfSample(COUNT - 1))).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Folders" }).click();
  await page.getByRole("dialog").getByRole("treeitem", { name: /Bass/ }).click();
  await expect(row(page, "Bass").first()).toBeVisible();
  await expect(row(page, "Kick")).toHaveCount(0);
});
