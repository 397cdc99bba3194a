import { createAccount } from "./account";
import { expectNoAxeViolations } from "./axe";
import { stackDatabase } from "./running-stack";
import { expect, test } from "./test";

const database = stackDatabase();
test.afterAll(async () => {
  await database`delete from system_settings where name = 'registration'`;
  await database.end();
});

test("an admin lets people in by invitation, passes on a link, and somebody registers with it once", async ({
  page,
  browser,
}) => {
  const admin = await createAccount(page);
  await database`update users set role = 'admin' where email = ${admin.email}`;
  await page.goto("/admin/registration");
  await page.getByRole("combobox", { name: "Who may register" }).click();
  await page.getByRole("option", { name: "By invitation" }).click();
  await expect(page.getByText("Only people with an invitation can create an account.").first()).toBeVisible();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = (await page.getByTestId("invitation-link").textContent()) ?? "";
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Anyone with the link" })).toContainText("Open");
  await expectNoAxeViolations(page);

  const guest = await (await browser.newContext()).newPage();
  await guest.goto("/sign-in");
  await expect(guest.getByRole("link", { name: "Create one" })).toHaveCount(0);
  await guest.goto("/register");
  await expect(guest.getByText("You need an invitation.")).toBeVisible();
  await expect(guest.getByRole("button", { name: "Create account" })).toHaveCount(0);
  await guest.goto("about:blank");
  const { pathname, hash } = new URL(link);
  await guest.goto(`${pathname}${hash}`);
  await guest.getByLabel("Name", { exact: true }).fill("Invited");
  await guest.getByLabel("E-mail").fill(`invited-${Date.now()}@example.org`);
  await guest.getByLabel("Password", { exact: true }).fill("four plain words indeed");
  await guest.getByRole("button", { name: "Create account" }).click();
  await expect(guest).toHaveURL(/\/upload$/);

  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: "Invited" })).toContainText("Used");
});
