import { tone } from "@/tests/factories/sounds";
import { createAccount } from "./account";
import { ask, keptSecret, limitUploads } from "./api-keys";
import { pickFiles, rowOfUpload, wavOf } from "./files";
import { expect, test } from "./test";

test("a key is shown once, works from its addresses only, and stops at once when it is renewed or revoked", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Backup script");
  await page.getByLabel("Allowed IP addresses").fill("127.0.0.0/8, ::1");
  await page.getByRole("button", { name: "Create key" }).click();
  const secret = await keptSecret(page);
  expect((await ask(page, secret)).status).toBe(200);
  // What the client writes itself does not count, only what the proxy in front adds behind it.
  expect((await ask(page, secret, { "x-forwarded-for": "198.51.100.1, 127.0.0.1" })).status).toBe(200);
  expect((await ask(page, secret, { "x-forwarded-for": "127.0.0.1, 198.51.100.1" })).status).toBe(403);
  await page.reload();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.getByText("Last used just now")).toBeVisible();

  await page.getByRole("button", { name: "Renew Backup script" }).click();
  await page.getByRole("button", { name: "Renew key" }).click();
  const renewed = await keptSecret(page);
  expect([(await ask(page, secret)).status, (await ask(page, renewed)).status]).toEqual([401, 200]);

  await page.getByRole("button", { name: "Revoke Backup script" }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("Backup script was revoked.")).toBeVisible();
  expect((await ask(page, renewed)).status).toBe(401);
});

test("files beyond the day's quota are refused with advice, and the others arrive", async ({ page }) => {
  await limitUploads(await createAccount(page), 10);
  await page.goto("/upload");
  await expect(page.getByText("10 of 10 uploads today")).toBeVisible();
  const begun: number[] = [];
  page.on("response", (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname === "/api/v1/uploads" && answer.request().method() === "POST") begun.push(answer.status());
  });
  await pickFiles(
    page,
    Array.from({ length: 20 }, (_, index) => wavOf(`tone ${index}.wav`, tone(200 + 11 * index, 0.3))),
  );
  await expect(page.getByText("10 of 10 uploads today")).toHaveCount(0, { timeout: 120_000 });
  await expect(page.getByText("0 of 10 uploads today")).toBeVisible();
  // The list grows while it is scrolled: what is at its end is drawn once it is there.
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(rowOfUpload(page, "tone 19.wav")).toContainText("You have used all 10 uploads for today", {
      timeout: 2000,
    });
  }).toPass();
  await expect(rowOfUpload(page, "tone 19.wav")).toContainText("ask an admin for more");
  expect(begun.filter((status) => status === 201)).toHaveLength(10);
  // Four are sent at a time. The server is not asked about the rest.
  expect(begun.filter((status) => status === 403).length).toBeLessThanOrEqual(4);
});

test("on a default installation, the second person uploads fifty files at once", async ({ page }) => {
  await createAccount(page);
  await page.goto("/upload");
  await expect(page.getByText(/uploads today/)).toHaveCount(0);
  const completed: number[] = [];
  page.on("response", (answer) => {
    if (/^\/api\/v1\/uploads\/[^/]+\/complete$/.test(new URL(answer.url()).pathname)) completed.push(answer.status());
  });
  await pickFiles(
    page,
    Array.from({ length: 50 }, (_, index) => wavOf(`hit ${index}.wav`, tone(200 + 7 * index, 0.1))),
  );
  await expect.poll(() => completed.length, { timeout: 120_000 }).toBe(50);
  expect(new Set(completed)).toEqual(new Set([200]));
});
