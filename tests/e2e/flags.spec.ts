import { FLAG_NAMES, FLAGS } from "@/lib/flags/constants";
import { type Account, createAccount } from "./account";
import { expectNoAxeViolations } from "./axe";
import { stackDatabase } from "./running-stack";
import { chooseTheme } from "./shoot";
import { type Browser, expect, type Page, test } from "./test";

const database = stackDatabase();
const existing = FLAG_NAMES.filter((name) => FLAGS[name].exists);
async function resetFlags(): Promise<void> {
  await database`delete from feature_flag_overrides`;
  await database`delete from feature_flags`;
  await database`notify feature_flags`;
}
test.beforeEach(resetFlags);
test.afterAll(async () => {
  await resetFlags();
  await database.end();
});

async function newPerson(browser: Browser, role: "free" | "admin"): Promise<{ page: Page; account: Account }> {
  const page = await (await browser.newContext()).newPage();
  const account = await createAccount(page);
  await database`update users set role = ${role} where email = ${account.email}`;
  return { page, account };
}

const flag = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("switch", { name }) });

test("an admin turns a feature off with the keyboard, and others lose it at once", async ({ browser }) => {
  const { page: admin } = await newPerson(browser, "admin");
  const { page: musician } = await newPerson(browser, "free");
  await musician.goto("/upload");
  await expect(musician.getByRole("button", { name: "Choose a folder" })).toBeVisible();

  await admin.goto("/admin/flags");
  // Only of features that exist: a switch for any other would do nothing.
  await expect(admin.getByRole("switch")).toHaveCount(existing.length);
  await expect(admin.getByRole("switch", { name: "releases" })).toHaveCount(0);
  const toggle = admin.getByRole("switch", { name: "folder-upload" });
  await toggle.focus();
  await admin.keyboard.press("Space");
  await expect(flag(admin, "folder-upload")).toContainText("On for no one");
  await expect(flag(admin, "folder-upload")).not.toHaveAttribute("aria-busy");
  await expect(toggle).toBeFocused();
  await admin.reload();
  await expect(toggle).not.toBeChecked();

  await musician.reload();
  await expect(musician.getByRole("button", { name: "Choose files" })).toBeVisible();
  await expect(musician.getByRole("button", { name: "Choose a folder" })).toHaveCount(0);
});

test("an admin gives a feature to part of a role, and makes an exception for one person", async ({ browser }) => {
  const { page: admin } = await newPerson(browser, "admin");
  const { account } = await newPerson(browser, "free");
  await admin.goto("/admin/flags");
  const row = flag(admin, "spectrogram");
  await row.getByRole("button", { name: "Audience of spectrogram" }).click();
  await row.getByRole("checkbox", { name: "admin" }).uncheck();
  const slider = row.getByRole("slider");
  await slider.focus();
  await admin.keyboard.press("Home");
  for (let step = 0; step < 3; step += 1) await admin.keyboard.press("ArrowRight");
  await expect(row.getByRole("spinbutton")).toHaveValue("3");
  await row.getByRole("spinbutton").fill("30");
  await expect(slider).toHaveValue("30");
  await row.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("On for member, 30% of them");

  await row.getByLabel("E-mail address of a person").fill("nobody@example.org");
  await row.getByRole("button", { name: "Add" }).click();
  await expect(row.getByText("There is no account with this e-mail address.")).toBeVisible();
  await row.getByLabel("E-mail address of a person").fill(account.email);
  await row.getByRole("button", { name: "Add" }).click();
  await expect(row).toContainText("with 1 exception");
  await expectNoAxeViolations(admin);
  await row.getByRole("button", { name: `Remove the exception for ${account.email}` }).click();
  await expect(row).not.toContainText("with 1 exception");
  await expect(row.getByText("None.", { exact: true })).toBeVisible();
});

test("the flags are readable on a phone, in light and dark", async ({ browser }) => {
  const { page: admin } = await newPerson(browser, "admin");
  await admin.setViewportSize({ width: 390, height: 844 });
  await admin.goto("/admin/flags");
  for (const theme of ["dark", "light"]) {
    await chooseTheme(admin, theme);
    await admin.goto("/admin/flags");
    await admin.getByRole("button", { name: "Audience of api" }).click();
    await expect(admin.getByRole("slider")).toBeVisible();
    await expectNoAxeViolations(admin);
    for (const control of [
      admin.getByRole("slider"),
      admin.getByRole("spinbutton"),
      admin.getByRole("checkbox").last(),
    ]) {
      const box = await control.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(390);
    }
  }
});

test("only admins find the flags", async ({ browser }) => {
  const { page } = await newPerson(browser, "free");
  await page.goto("/admin/flags");
  await expect(page.getByRole("switch")).toHaveCount(0);
});

test("a page says that live updates are off, and updates again once they are on", async ({ browser }) => {
  const { page } = await newPerson(browser, "free");
  await page.goto("/dashboard");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await database`
    insert into feature_flags (name, enabled, roles) values ('live-progress', false, '{}'), ('live-dashboard', false, '{}')`;
  await database`notify feature_flags`;
  await expect(page.getByText("Live updates are off")).toBeVisible();
  await resetFlags();
  await page.reload();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
});
