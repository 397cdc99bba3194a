import { join } from "node:path";
import type postgres from "postgres";
import { encodeGalaxy } from "@/lib/galaxy/schema";
import { LIVE_EVENTS_CHANNEL } from "@/lib/platform/channels";
import { origin } from "@/playwright.config";
import { madeGalaxy, madeRow, writePlaces } from "@/tests/factories/galaxy-points";
import { writeLargeLibrary } from "@/tests/factories/large-library";
import { tone } from "@/tests/factories/sounds";
import { register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { stackDatabase } from "./running-stack";
import { followSystemTheme, shoot } from "./shoot";
import { expect, type Page, test } from "./test";

// With the software's own WebGL, which the other tests do without. Without motion: flights are tested without a browser,
// and each of their frames would be drawn by the processor.
test.use({
  viewport: { width: 1280, height: 760 },
  contextOptions: { reducedMotion: "reduce" },
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      ...["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
      ...["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--autoplay-policy=no-user-gesture-required"],
    ],
  },
});

/** Made rows, of which some have no place, and two real sounds. */
const COUNT = 240;
const PLACELESS = 5;
const PLACED = COUNT - PLACELESS + 2;

const map = (page: Page) => page.getByRole("application", { name: /^Map of/ });
const list = (page: Page) => page.getByRole("region", { name: "List of sounds" });
const card = (page: Page) => page.getByRole("region", { name: "Sound at the cursor" });
const toolbar = (page: Page) => page.getByRole("toolbar", { name: "Picked sounds" });
const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });
const search = (page: Page) => page.getByRole("combobox", { name: "Search" });

let sql: postgres.Sql;
let ownerId = "";
let state: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

test.beforeAll(async ({ browser }) => {
  sql = stackDatabase();
  const page = await browser.newPage();
  await register(page);
  await pickFiles(page, [wavOf("real one.wav", tone(220, 2)), wavOf("real two.wav", tone(660, 2))]);
  for (const name of ["real one.wav", "real two.wav"]) await expectAnalyzed(page, name);
  const [sample] = await sql<{ ownerId: string; objectKey: string }[]>`
    select owner_id as "ownerId", object_key as "objectKey" from samples order by created_at desc limit 1`;
  if (!sample) throw new Error("nothing was uploaded");
  ownerId = sample.ownerId;
  const ids = await writeLargeLibrary(sql, ownerId, COUNT, { objectKey: sample.objectKey });
  const indexed = async () =>
    (
      await sql`select count(*)::int as found from search_documents d left join search_vectors v using (sample_id)
        where d.owner_id = ${ownerId} group by d.owner_id having count(v.sample_id) = 2`
    )[0]?.found;
  await expect.poll(indexed, { timeout: 120_000 }).toBe(COUNT + 2);
  await writePlaces(sql, ownerId, ids.slice(0, COUNT - PLACELESS));
  state = await page.context().storageState();
  await page.close();
});
test.afterAll(() => sql.end());

test.beforeEach(async ({ page }) => {
  await page.context().addCookies(state.cookies);
  // After the cookies of the account: they have a theme, too.
  await followSystemTheme(page);
});

async function openGalaxy(page: Page): Promise<void> {
  await page.goto("/galaxy");
  await expect(map(page)).toHaveAccessibleName(`Map of ${PLACED} sounds`);
  // The list says how many it shows as well.
  await expect(said(page, `${PLACED} sounds`).first()).toBeVisible();
  // What draws it listens, too.
  await expect(map(page)).toHaveAttribute("aria-busy", "false");
}

/** What a layout that is done tells the open pages. */
async function tellOfLayout(): Promise<void> {
  await sql`insert into live_events (user_id, type, payload) values (${ownerId}, 'galaxy', '{"layout": 8}')`;
  await sql`select pg_notify(${LIVE_EVENTS_CHANNEL}, ${ownerId})`;
}

/** Goes to a first sound. What draws the map, and listens, comes after the page. */
async function pressUntilCard(page: Page, key: string): Promise<void> {
  await expect(async () => {
    await map(page).focus();
    await page.keyboard.press(key);
    await expect(card(page).getByRole("link").first()).toBeVisible({ timeout: 1000 });
  }).toPass();
}

/** Draws a lasso around a part of the map, in shares of its size. */
async function drawLasso(page: Page, corners: readonly (readonly [number, number])[]): Promise<void> {
  const box = await map(page).boundingBox();
  if (!box) throw new Error("no map");
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  const [first = [0, 0], ...rest] = corners;
  await page.mouse.move(...at(first));
  await page.mouse.down();
  for (const corner of rest) await page.mouse.move(...at(corner), { steps: 4 });
  await page.mouse.up();
}

test("keys and pointer come to sounds and play them, a lasso picks them for a collection, and two have a path", async ({
  page,
}) => {
  await openGalaxy(page);
  await expect(said(page, `${PLACELESS} samples have no place yet`)).toBeVisible();
  await expect(page.locator("canvas[data-kind='space']")).toBeVisible();

  await test.step("arrow keys", async () => {
    await pressUntilCard(page, "ArrowRight");
    await expect(card(page).getByRole("button", { name: /^Pause / })).toBeVisible();
    const first = await card(page).getByRole("link").first().textContent();
    await expect(said(page, first ?? "")).toHaveCount(1);
    await expect(async () => {
      await page.keyboard.press("ArrowLeft");
      expect(await card(page).getByRole("link").first().textContent()).not.toBe(first);
    }).toPass();
    await page.keyboard.press("Space");
    await expect(card(page).getByRole("button", { name: /^Play / })).toBeVisible();
  });

  await test.step("pointer", async () => {
    await page.keyboard.press("Escape");
    await expect(card(page)).toHaveCount(0);
    const { x, y, width, height } = (await map(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    // Somewhere on this way there is a point.
    await page.mouse.move(x + width * 0.2, y + height / 2);
    await page.mouse.move(x + width * 0.8, y + height / 2, { steps: 40 });
    await expect(card(page)).toBeVisible();
    await expect(card(page).getByRole("button", { name: /^(Play|Pause) / })).toBeVisible();
  });

  await test.step("legend", async () => {
    await page.getByRole("button", { name: /^Loops \d/ }).click();
    await expect(page.getByRole("button", { name: /^Loops \d/ })).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("combobox", { name: "Colours" }).selectOption("key");
    await expect(page.getByRole("button", { name: /^G · Em \d/ })).toBeVisible();
    await page.getByRole("combobox", { name: "Colours" }).selectOption("type");
  });

  await test.step("lasso", async () => {
    await page.getByRole("button", { name: "Pick with a lasso" }).click();
    await drawLasso(page, [
      [0.05, 0.05],
      [0.95, 0.05],
      [0.95, 0.6],
      [0.05, 0.6],
    ]);
    await expect(toolbar(page)).toContainText(/\d+ picked/);
    const picked = Number.parseInt((await toolbar(page).textContent()) ?? "", 10);
    expect(picked).toBeGreaterThan(10);
    await toolbar(page).getByRole("button", { name: "Add to a collection" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Upper half");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByText(`${picked} samples in Upper half`)).toBeVisible();
    await expect(toolbar(page)).toHaveCount(0);
  });

  await test.step("search and path", async () => {
    await search(page).fill("real");
    await expect(said(page, "2 found").first()).toBeVisible();
    await expect(list(page).getByRole("listitem")).toHaveCount(2);
    await list(page).getByRole("button", { name: "Pick real one.wav" }).click();
    await list(page).getByRole("button", { name: "Found" }).click();
    await list(page).getByRole("button", { name: "Pick real two.wav" }).click();
    await toolbar(page).getByRole("button", { name: "Path between" }).click();
    await expect(toolbar(page)).toContainText("Path of 2 sounds");
    await toolbar(page).getByRole("button", { name: "Play the path" }).click();
    await expect(list(page).getByRole("button", { name: "Pause real one.wav" })).toBeVisible();
    await expect(list(page).getByRole("button", { name: "Pause real two.wav" })).toBeVisible();
    await toolbar(page).getByRole("button", { name: "Make a playlist" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^From real/ })).toBeVisible();
  });
});

test("the list says the same in words, what changes elsewhere is shown, and a browser without WebGL has a flat map", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith("webgl") ? null : Reflect.apply(getContext, this, [kind, ...rest]);
      },
    });
  });
  await openGalaxy(page);
  await expect(page.locator("canvas[data-kind='flat']")).toBeVisible();
  await expect(said(page, "Flat, because this browser draws no WebGL")).toBeVisible();

  await page.getByRole("button", { name: "List", exact: true }).click();
  await expect(list(page).getByRole("status")).toHaveText(`1–50 of ${PLACED} sounds`);
  await list(page).getByRole("button", { name: "Sounds after" }).click();
  await expect(list(page).getByRole("status")).toHaveText(`51–100 of ${PLACED} sounds`);
  await expect(list(page).getByRole("button", { name: /^Play / })).toHaveCount(50);
  await expectNoAxeViolations(page);
  const link = list(page).getByRole("listitem").first().getByRole("link");
  const gone = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
  await page.getByRole("button", { name: "Both" }).click();

  const deleted = await page.request.delete(`/api/v1/samples/${gone}`, { headers: { origin } });
  expect(deleted.ok()).toBe(true);
  await expect(map(page)).toHaveAccessibleName(`Map of ${PLACED - 1} sounds`);
  const restored = await page.request.post("/api/v1/trash/restore", { headers: { origin }, data: { ids: [gone] } });
  expect(restored.ok()).toBe(true);
  await expect(map(page)).toHaveAccessibleName(`Map of ${PLACED} sounds`);
  await sql`delete from galaxy_points where sample_id = ${gone}`;
  await tellOfLayout();
  await expect(map(page)).toHaveAccessibleName(`Map of ${PLACED - 1} sounds`);
  await sql`insert into galaxy_points (sample_id, owner_id, x, y, z, sound, is_added)
    values (${gone}, ${ownerId}, 0.2, 0.2, 0.2, 1, false)`;

  await pressUntilCard(page, "ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/samples\//);
});

test("a phone has a flat map by touch, and the list instead of it", async ({ browser }) => {
  const phone = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 }, hasTouch: true });
  await phone.addCookies(state.cookies);
  const page = await phone.newPage();
  await openGalaxy(page);
  await expect(page.locator("canvas[data-kind='flat']")).toBeVisible();
  await expect(list(page)).toHaveCount(0);
  const box = (await map(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const tap = () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  // A finger has no hover: its first touch is that, and the second opens.
  await tap();
  await expect(card(page).getByRole("button", { name: /^(Play|Pause) / })).toBeVisible();
  await page.getByRole("button", { name: "List", exact: true }).click();
  await expect(list(page).getByRole("listitem").first()).toBeVisible();
  await page.getByRole("button", { name: "Map", exact: true }).click();
  await tap();
  await expect(page).toHaveURL(/\/samples\//);
  await phone.close();
});

test("12,000 points fit both widths and themes, and an empty library leads on", async ({ page, browser }) => {
  const made = madeGalaxy(12_000);
  await page.route("**/api/v1/galaxy", (route) =>
    route.fulfill({ contentType: "application/octet-stream", body: Buffer.from(encodeGalaxy(made.points)) }),
  );
  await page.route("**/api/v1/galaxy/labels", (route) => route.fulfill({ json: { data: made.labels } }));
  await page.route("**/api/v1/library/rows?*", (route) => {
    const ids = new URL(route.request().url()).searchParams.get("ids")?.split(",") ?? [];
    return route.fulfill({ json: { data: ids.map(madeRow) } });
  });
  await page.goto("/galaxy");
  await expect(said(page, "12,000 sounds").first()).toBeVisible();
  await expect(page.getByText("kick · punchy", { exact: true })).toBeAttached();
  await expect(list(page).getByRole("link")).toHaveCount(50);
  await shoot(page, "galaxy");

  const other = await browser.newContext();
  const empty = await other.newPage();
  await register(empty);
  await empty.goto(new URL("/galaxy", page.url()).href);
  await expect(empty.getByRole("heading", { name: "A galaxy of your own" })).toBeVisible();
  await expect(empty.getByRole("link", { name: "Upload audio" })).toBeVisible();
  if (process.env.E2E_PICTURES) await empty.screenshot({ path: join(process.cwd(), "screenshots/galaxy-empty.png") });
  await other.close();
});
