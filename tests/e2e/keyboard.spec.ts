import { houseDrums } from "@/db/seed/patterns";
import { encodeWav } from "@/db/seed/wav";
import { tone } from "@/tests/factories/sounds";
import { createAccount, invent } from "./account";
import { type PickedFiles, wavOf } from "./files";
import { expect, type Locator, type Page, test } from "./test";

/** More stops than any page has before what a person looks for on it. */
const STOPS_MAX = 60;

/** Goes to it with the Tab key, from where the focus is. */
async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS_MAX; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} is not reached with ${STOPS_MAX} presses of ${key}`);
}

async function type(page: Page, label: string, text: string, within: Page | Locator = page): Promise<void> {
  await tabTo(page, within.getByLabel(label, { exact: true }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

/** Presses Enter on it until something has come of it: a page that has just come in does not listen yet. */
async function enter(page: Page, target: Locator, outcome: Locator): Promise<void> {
  await tabTo(page, target);
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(outcome).toBeVisible({ timeout: 1500 });
  }).toPass();
}

async function choose(page: Page, button: Locator, file: PickedFiles): Promise<void> {
  await expect(button).toBeEnabled();
  await tabTo(page, button);
  await expect(async () => {
    const chosen = page.waitForEvent("filechooser", { timeout: 2000 });
    await page.keyboard.press("Enter");
    await (await chosen).setFiles(file);
  }).toPass();
}

test("a stranger comes from the landing page to a published sample with nothing but keys", async ({
  page,
  browser,
}) => {
  // The first account of a server has a code to enter, and this is not about that.
  const other = await browser.newContext();
  await createAccount(await other.newPage());
  await other.close();
  const pointers: string[] = [];
  await page.exposeFunction("pointerUsed", (what: string) => pointers.push(what));
  await page.addInitScript(() => {
    for (const name of ["pointerdown", "mousedown", "touchstart"])
      addEventListener(
        name,
        () => (window as never as Record<string, (name: string) => void>).pointerUsed?.(name),
        true,
      );
  });

  await test.step("tries it with a file", async () => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await choose(
      page,
      page.getByRole("button", { name: "Choose a file" }),
      wavOf("drums.wav", encodeWav(houseDrums())),
    );
    await expect(page.getByRole("heading", { name: "drums.wav" })).toBeFocused();
    await enter(
      page,
      page.getByRole("link", { name: "Create an account to keep it" }),
      page.getByRole("heading", { name: "Create account", level: 1 }),
    );
  });

  await test.step("registers", async () => {
    const { email, password } = invent();
    await type(page, "Name", "Robin Musician");
    await type(page, "E-mail address", email);
    await type(page, "Password", password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Upload", exact: true })).toBeVisible();
  });

  await test.step("uploads a sound and opens it", async () => {
    await choose(page, page.getByRole("button", { name: "Choose files" }), wavOf("night bass.wav", tone(110, 2)));
    await expect(page.getByText("Analysed:")).toBeAttached();
    const sample = page.getByRole("link", { name: "night bass.wav" });
    await enter(page, sample, page.getByRole("heading", { name: "night bass.wav", level: 1 }));
  });

  const title = `Night bass ${Date.now().toString(36)}`;
  await test.step("publishes it", async () => {
    const dialog = page.getByRole("dialog");
    await enter(page, page.getByRole("button", { name: "Publish" }), dialog);
    await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();
    await page.keyboard.type("Nocturne");
    await type(page, "Address", title.toLowerCase().replaceAll(" ", "-"), dialog);
    await page.keyboard.press("Enter");
    await expect(dialog.getByLabel("Title", { exact: true })).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(title);
    await tabTo(page, dialog.getByLabel("Licence"));
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByLabel("Licence")).toHaveValue("cc-by");
    await tabTo(page, dialog.getByRole("checkbox"));
    await page.keyboard.press("Space");
    await expect(dialog.getByRole("checkbox")).toBeChecked();
    await tabTo(page, dialog.getByRole("button", { name: "Publish" }));
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
  });

  await test.step("and sees it as everybody does", async () => {
    // The focus is back where the dialog was opened, beside what is new.
    await expect(page.getByRole("button", { name: "Edit public page" })).toBeFocused();
    await tabTo(page, page.getByRole("link", { name: "Public page" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/gallery\/night-bass-/);
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  });
  expect(pointers).toEqual([]);
});
