import { createAccount, register, signIn } from "./account";
import { expect, test } from "./test";

const studioPages = ["/dashboard", "/upload", "/library", "/settings", "/samples/01900000-0000-7000-8000-000000000000"];

for (const path of studioPages) {
  test(`a visitor who asks for ${path} must sign in, and the address keeps that page`, async ({ page }) => {
    await page.goto(path);
    await expect(page).toHaveURL((url) => url.pathname === "/sign-in" && url.searchParams.get("next") === path);
  });
}

test("a revoked session cannot open the library", async ({ browser }) => {
  const first = await (await browser.newContext()).newPage();
  const account = await createAccount(first);
  const second = await (await browser.newContext()).newPage();
  await signIn(second, account);

  await first.goto("/settings");
  await first.getByRole("button", { name: /sign out (all )?other/i }).click();
  const confirm = first.getByRole("dialog").getByRole("button", { name: /sign out/i });
  if (await confirm.isVisible()) await confirm.click();
  await expect(async () => {
    await second.goto("/library");
    await expect(second).toHaveURL(/\/sign-in/);
  }).toPass();
  await first.goto("/library");
  await expect(first).toHaveURL(/\/library/);
});

test("a person who signs out is a visitor again", async ({ page }) => {
  await register(page);
  await page.getByRole("button", { name: /account/i }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL((url) => !url.pathname.startsWith("/upload"));
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/sign-in/);
});
