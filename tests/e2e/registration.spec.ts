import { createAccount, fillForm, setupCode } from "./account";
import { expectNoAxeViolations } from "./axe";
import { processOf, stackDatabase } from "./running-stack";
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
  await fillForm(guest, "Invited");
  await expect(guest).toHaveURL(/\/upload$/);

  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: "Invited" })).toContainText("Used");
});

test("on a new server, the address that the start prints brings the set-up code, and every page says where it is", async ({
  page,
}) => {
  const people = await database`update users set is_demo = true where not is_demo returning id`;
  try {
    // Somebody has had an account here: the next start of the application finds that nobody has one.
    if (setupCode() === null) process.kill(processOf("app"), "SIGKILL");
    await expect.poll(setupCode, { timeout: 120_000 }).not.toBeNull();
    const isHealthy = async () => (await page.request.get("/api/health").catch(() => null))?.ok();
    await expect.poll(isHealthy, { timeout: 120_000 }).toBe(true);

    for (const path of ["/", "/sign-in"]) {
      await page.goto(path);
      await expect(page.getByText("open the address after “First account” in the terminal")).toBeVisible();
      await expectNoAxeViolations(page);
    }
    const field = page.getByLabel("Set-up code");
    await page.goto("/register");
    await expect(field).toBeVisible();
    await expectNoAxeViolations(page);

    await page.goto("about:blank");
    await page.goto("/register#setup=AAAA-AAAA-AAAA");
    await expect(page.getByLabel("E-mail")).toBeVisible();
    await expect(field).toHaveCount(0);
    await fillForm(page);
    await expect(page.getByText("This is not the set-up code of this server.")).toBeVisible();
    await expect(field).toHaveValue("AAAA-AAAA-AAAA");

    await page.goto("about:blank");
    await page.goto(`/register#setup=${setupCode()}`);
    await expect(page.getByLabel("E-mail")).toBeVisible();
    await expect(field).toHaveCount(0);
    expect(new URL(page.url()).hash).toBe("");
    await fillForm(page);
    await expect(page.getByRole("heading", { name: "You administer this server" })).toBeVisible();
    expect(setupCode()).toBeNull();
  } finally {
    await database`update users set is_demo = false where id = any(${people.map(({ id }) => id)})`;
  }
});
