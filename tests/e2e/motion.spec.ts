import { tone } from "@/tests/factories/sounds";
import { createAccount } from "./account";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { expect, type Locator, type Page, test } from "./test";

const NAMES = ["first.wav", "second.wav", "third.wav"];

/** Notes from now on which of these elements is drawn away from its place. */
const watch = (elements: Locator) =>
  elements.evaluateAll((all) => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    for (const element of all)
      new MutationObserver(() => {
        const transform = (element as HTMLElement).style.transform;
        if (transform && transform !== "none") moved.push(transform);
      }).observe(element, { attributeFilter: ["style"] });
  });
const moved = (page: Page) => page.evaluate(() => (window as never as { moved: string[] }).moved);
const isStill = (elements: Locator) =>
  elements.evaluateAll((all) => all.every((element) => /^(none)?$/.test((element as HTMLElement).style.transform)));

async function makeCollection(page: Page): Promise<string> {
  await createAccount(page);
  await page.goto("/upload");
  await pickFiles(
    page,
    NAMES.map((name, at) => wavOf(name, tone(200 + 100 * at))),
  );
  for (const name of NAMES) await expectAnalyzed(page, name);
  const { origin } = new URL(page.url());
  const listed = await page.request.get("/api/v1/samples");
  const ids = ((await listed.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
  const made = await page.request.post("/api/v1/collections", {
    headers: { origin, "idempotency-key": crypto.randomUUID() },
    data: { name: "Kit", selection: { ids } },
  });
  expect(made.ok(), await made.text()).toBe(true);
  return `/collections/${(await made.json()).data.id}`;
}

/** Moves the first row down by one. */
async function move(page: Page): Promise<Locator> {
  const rows = page.getByRole("list", { name: "Samples in order" }).getByRole("listitem");
  await expect(rows).toHaveCount(3);
  const first = (await rows.first().getByRole("link").textContent()) ?? "";
  await watch(rows);
  await expect(async () => {
    await page.getByRole("button", { name: new RegExp(`^Move ${first}, 1 of 3`) }).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(rows.nth(1)).toContainText(first, { timeout: 2000 });
  }).toPass();
  return rows;
}

test("rows that change places slide there, and a cover goes to its page; nothing does for whoever wants no motion", async ({
  page,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const address = await makeCollection(page);
  await page.goto(address);
  const rows = await move(page);
  expect(await moved(page)).not.toEqual([]);
  await expect.poll(() => isStill(rows)).toBe(true);

  const cover = (within: Locator) => within.locator("span[aria-hidden]").filter({ has: page.locator("svg rect") });
  await page.goto("/collections");
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { moved: seen });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const { transform } = (target as HTMLElement).style;
        if (/scale\(0\./.test(transform)) seen.push(transform);
      }
    }).observe(document.body, { subtree: true, attributeFilter: ["style"] });
  });
  await page.getByRole("list", { name: "Your collections" }).getByRole("link", { name: "Kit" }).click();
  await expect(page.getByRole("heading", { name: "Kit", level: 1 })).toBeVisible();
  await expect.poll(() => moved(page)).not.toEqual([]);
  await expect.poll(() => isStill(cover(page.locator("header").filter({ has: page.locator("h1") })))).toBe(true);

  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(address);
  await move(page);
  expect(await moved(page)).toEqual([]);
});
