import { join } from "node:path";
import { houseDrums } from "@/db/seed/patterns";
import { encodeWav } from "@/db/seed/wav";
import { tone } from "@/tests/factories/sounds";
import { wavOf } from "./files";
import { followSystemTheme, shoot } from "./shoot";
import { expect, type Page, test } from "./test";

const zone = (page: Page) => page.getByRole("region", { name: "Try it with a file" });
const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** Drops a file on the middle of the page, with its real bytes. */
async function dropOn(page: Page, path: string): Promise<void> {
  // The buttons work once the page listens.
  await expect(zone(page).getByRole("button", { name: "Choose a file" })).toBeEnabled();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
  }
  await expect(zone(page).getByRole("heading", { name: "Let go to measure it" })).toBeVisible();
  await session.send("Input.dispatchDragEvent", { type: "drop", x: 300, y: 300, data });
  await session.detach();
}

test("a stranger drops a file on the landing page and sees what is in it", async ({ page }) => {
  await followSystemTheme(page);
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await page.goto("/");
  // Until then an example stands there, which is named as one.
  await expect(page.getByText("An example", { exact: true })).toBeVisible();
  await dropOn(page, join(process.cwd(), "tests/fixtures/music/house.mp3"));
  await expect(page.getByRole("heading", { name: "house.mp3" })).toBeFocused();
  await expect(page.getByText("An example", { exact: true })).toHaveCount(0);
  await expect(page.getByText("The file has been deleted.", { exact: false })).toBeVisible();
  for (const name of ["Tempo", "Key", "Metre", "Loudness"]) await expect(card(page, name)).toBeVisible();
  await expect(card(page, "Tempo").getByTitle(/^Confidence/)).toBeVisible();
  await expect(card(page, "Key").getByText("Open Key")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Beat grid/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Create an account to keep it" })).toHaveAttribute("href", "/register");
  await shoot(page, "landing-measured");
  expect(refused).toEqual([]);
});

test("everything about trying works with the keyboard, and a refusal says what to do", async ({ page }) => {
  await page.goto("/");
  const choose = zone(page).getByRole("button", { name: /^Choose/ });
  const pick = async (name: string, bytes: Uint8Array) => {
    await expect(choose).toBeEnabled();
    await choose.focus();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles(wavOf(name, bytes));
  };
  await pick("words.wav", Buffer.from("la la la la la"));
  await expect(page.getByRole("alert").filter({ hasText: "words.wav" })).toContainText("contains no audio");
  await expect(choose).toBeFocused();
  await pick("drums.wav", encodeWav(houseDrums()));
  await expect(page.getByRole("heading", { name: "drums.wav" })).toBeFocused();
  await expect(card(page, "Tempo")).toContainText("124");
  // Without a file at hand: two bars that the page makes itself.
  await zone(page).getByRole("button", { name: "Use a sound of ours" }).press("Enter");
  await expect(page.getByRole("heading", { name: "two-bars.wav" })).toBeFocused();
  await expect(card(page, "Key")).toContainText("F♯ minor");
});

test("a file can be stopped on its way", async ({ page }) => {
  await page.goto("/");
  // A line on which nothing moves.
  await page.route("**/api/try", () => {});
  const ours = zone(page).getByRole("button", { name: "Use a sound of ours" });
  await expect(ours).toBeEnabled();
  await ours.press("Enter");
  const stop = zone(page).getByRole("button", { name: "Stop" });
  await expect(stop).toBeFocused();
  await expect(zone(page).getByRole("progressbar", { name: "two-bars.wav" })).toBeVisible();
  await stop.press("Enter");
  await expect(zone(page).getByRole("button", { name: "Choose a file" })).toBeFocused();
});

test("a file that is too large is refused before it is sent", async ({ page }) => {
  await page.goto("/");
  let isSent = false;
  page.on("request", (request) => {
    isSent ||= request.url().endsWith("/api/try");
  });
  const choose = zone(page).getByRole("button", { name: /^Choose/ });
  await expect(choose).toBeEnabled();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), choose.click()]);
  await chooser.setFiles(wavOf("long.wav", tone(300, 125)));
  await expect(page.getByRole("alert").filter({ hasText: "long.wav" })).toContainText("larger than 20 MB");
  expect(isSent).toBe(false);
});

test("without JavaScript the page still says what it is, and shows an example with its values", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("in your samples");
  // Locators by text pass over what only browsers without scripts show.
  await expect(page.locator("noscript p").filter({ visible: true })).toContainText("Trying needs JavaScript");
  await expect(page.getByText("An example", { exact: true })).toBeVisible();
  await expect(card(page, "Tempo")).toContainText("122");
  await expect(card(page, "Key")).toContainText("G minor");
  await expect(zone(page).getByRole("button", { name: "Choose a file" })).toBeDisabled();
  await context.close();
});
