import { tone } from "@/tests/factories/sounds";
import { register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { expect, type Page, test } from "./test";

const [kick, pad] = ["kick.wav", "pad.wav"] as const;
const star = (page: Page, name: string) => page.getByRole("button", { name: `Favourite ${name}` });
const isOn = (page: Page, name: string, on: boolean) =>
  expect(star(page, name)).toHaveAttribute("aria-pressed", String(on));
const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("a star is set by mouse and key, filters the library, reaches other pages and is taken back if refused", async ({
  page,
}) => {
  await register(page);
  await pickFiles(page, [wavOf(kick, tone(300)), wavOf(pad, tone(400))]);
  for (const name of [kick, pad]) await expectAnalyzed(page, name);
  await page.goto("/library");
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto("/library");
  await rowOf(other, pad).getByRole("link").click();
  await expect(other).toHaveURL(/\/samples\//);
  await isOn(other, pad, false);

  await star(page, kick).click();
  await isOn(page, kick, true);
  // The click has put the cursor on that row.
  await page.keyboard.press(await keyToOther(page, kick));
  await page.keyboard.press("f");
  await isOn(page, pad, true);
  await isOn(other, pad, true);
  await expectNoAxeViolations(page);

  await star(other, pad).click();
  await isOn(other, pad, false);
  await isOn(page, pad, false);
  await page.getByRole("button", { name: "Favourites", exact: true }).click();
  await expect(page).toHaveURL(/is%3Afavourite/);
  await page.reload();
  await expect(rowOf(page, kick)).toBeVisible();
  await expect(rowOf(page, pad)).toHaveCount(0);

  await page.route("**/library*", (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
  await star(page, kick).click();
  await expect(page.getByText(`${kick} was not changed`)).toBeVisible();
  await isOn(page, kick, true);

  await page.unroute("**/library*");
  await star(other, pad).click();
  await expect(rowOf(page, pad)).toBeVisible();
  await star(page, pad).click();
  await expect(rowOf(page, pad)).toHaveCount(0);
  const grid = page.getByRole("grid", { name: "Samples" });
  await expect(grid).toBeFocused();
  const cursor = (await grid.getAttribute("aria-activedescendant")) ?? "none";
  await expect(page.locator(`#${cursor}`)).toContainText(kick);
  await star(page, kick).click();
  await expect(page.getByRole("button", { name: "Show all samples" })).toBeFocused();
});

/** The key that leads from this row to the other of two. */
async function keyToOther(page: Page, name: string): Promise<"ArrowDown" | "ArrowUp"> {
  return (await rowOf(page, name).getAttribute("aria-rowindex")) === "2" ? "ArrowDown" : "ArrowUp";
}
