import { tone } from "@/tests/factories/sounds";
import { type Account, createAccount } from "./account";
import { expectNoAxeViolations } from "./axe";
import { pickFiles, rowOfUpload, wavOf } from "./files";
import { stackDatabase } from "./running-stack";
import { followSystemTheme, shoot } from "./shoot";
import { expect, type Page, test } from "./test";

const PAGES = ["", "/users", "/jobs", "/storage", "/flags", "/limits", "/mail", "/audit", "/reports"];

test.beforeEach(({ page }) => followSystemTheme(page));

/** Registers in a separate browser and sets the role, because the first person to register becomes the admin. */
async function newPerson(page: Page, role: "free" | "admin"): Promise<Account & { id: string }> {
  const account = await createAccount(page);
  const sql = stackDatabase();
  const [row] = await sql<{ id: string }[]>`
    update users set role = ${role} where email = ${account.email} returning id`;
  await sql.end();
  if (!row) throw new Error("the person was not registered");
  return { ...account, id: row.id };
}

test("a person who is not an admin cannot find or open the admin pages", async ({ page }) => {
  await newPerson(page, "free");
  for (const path of PAGES) expect((await page.goto(`/admin${path}`))?.status()).toBe(404);
  await page.goto("/dashboard");
  await page.getByRole("button", { name: /account of/i }).click();
  await expect(page.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Admin" })).toHaveCount(0);
});

test("every admin page fits its window and has no accessibility violation", async ({ page }) => {
  test.setTimeout(480_000);
  await newPerson(page, "admin");
  await page.goto("/dashboard");
  await page.getByRole("button", { name: /account of/i }).click();
  await page.getByRole("menuitem", { name: "Admin" }).click();
  await expect(page).toHaveURL(/\/admin$/);
  for (const path of PAGES) {
    await page.goto(`/admin${path}`);
    await shoot(page, `admin${path.replace("/", "-")}`);
  }
});

test("an admin changes a role, suspends a person at once, and finds both in the log", async ({ page, browser }) => {
  const theirs = await (await browser.newContext()).newPage();
  const person = await newPerson(theirs, "free");
  await newPerson(page, "admin");
  await page.goto("/admin/users");
  await page.getByLabel("Search by name, e-mail address or ID").fill(person.email);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: new RegExp(person.email) }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/users/${person.id}$`));
  await expect(page).toHaveTitle(/^Robin Musician/);

  await page.getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: "admin" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make admin" }).click();
  await expect(page.getByText("is now admin.")).toBeVisible();

  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByRole("button", { name: "Lift suspension" })).toBeFocused();
  await theirs.goto("/library");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await shoot(page, "admin-user");

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("link", { name: "Changes to this account" }).click();
  for (const action of ["user.suspended", "user.role_changed"]) {
    await expect(page.getByRole("row").filter({ hasText: action })).toContainText(person.email);
  }
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "JSON Lines" }).click();
  expect((await download).suggestedFilename()).toMatch(/^samplemind-audit-\d+\.jsonl$/);
});

test("an admin pauses analyses, people who wait see why, and the jobs page updates by itself", async ({ page }) => {
  await newPerson(page, "admin");
  await page.goto("/admin/jobs?state=waiting");
  await page.getByRole("button", { name: "Pause all" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Pause all" }).click();
  await expect(page.getByRole("button", { name: "Resume all" })).toBeVisible();

  await page.goto("/upload");
  await expect(page.getByText("An admin has paused all analyses. Your uploads are stored")).toBeVisible();
  await pickFiles(page, [wavOf("waits.wav", tone(523))]);
  await expect(rowOfUpload(page, "waits.wav").getByText("Queued")).toBeVisible();
  await expect(page.getByText("1 of your samples is waiting")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "waits.wav" }).click();
  await expect(page.getByText("Queued: analyses are paused")).toBeVisible();

  await page.goto("/admin/jobs?state=waiting");
  const row = page.getByRole("row").filter({ hasText: "waits.wav" });
  await expect(row).toBeVisible();
  // Makes it look as if it had waited for longer, because new uploads are left to the executor's own sweep.
  const sql = stackDatabase();
  await sql`update samples set status_changed_at = now() - interval '2 minutes' where status = 'uploaded'`;
  await sql.end();
  await page.getByRole("button", { name: "Resume all" }).click();
  await expect(page.getByRole("button", { name: "Pause all" })).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.goto("/library");
  await expect(page.getByText("has paused all analyses")).toHaveCount(0);
});
