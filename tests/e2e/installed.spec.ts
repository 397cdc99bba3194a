import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";
import { origin } from "@/playwright.config";
import { tone } from "@/tests/factories/sounds";
import { createAccount } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed } from "./files";
import { publishSound, takeBack } from "./published";
import { followSystemTheme, shoot } from "./shoot";
import { expect, type Page, test } from "./test";

test.use({ serviceWorkers: "allow" });

/** A way to the application that can be cut, for whatever the browser asks from wherever. */
async function network() {
  const { port } = new URL(origin);
  const open = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(Number(port), "127.0.0.1");
    for (const socket of [from, to]) {
      open.add(socket);
      socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
    }
    from.pipe(to).pipe(from);
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const at = (server.address() as AddressInfo).port;
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return { address: `http://localhost:${at}`, cut, restore: () => listen(at) };
}

const isControlled = (page: Page) =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
const keptSounds = (page: Page) =>
  page.evaluate(async () =>
    (await (await caches.open("samplemind-sounds")).keys()).map(({ url }) => new URL(url).pathname),
  );
const play = async (page: Page) => {
  const audio = page.locator("audio").first();
  await audio.evaluate((element: HTMLAudioElement) => element.play());
  await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.currentTime)).toBeGreaterThan(0.2);
};

test("without a network a page says so, and what was played last still plays", async ({ page, browser }) => {
  test.slow();
  const sound = await publishSound(page);
  const path = `/gallery/${sound.slug}/audio`;
  const net = await network();
  const stranger = await (await browser.newContext({ baseURL: net.address, serviceWorkers: "allow" })).newPage();
  await stranger.goto(`/gallery/${sound.slug}`);
  await isControlled(stranger);

  await test.step("a browser without room keeps nothing, and plays", async () => {
    const browserStore = await stranger.context().newCDPSession(stranger);
    await browserStore.send("Storage.overrideQuotaForOrigin", { origin: net.address, quotaSize: 1000 });
    await play(stranger);
    await expect.poll(() => keptSounds(stranger)).toEqual([]);
    await browserStore.send("Storage.overrideQuotaForOrigin", { origin: net.address });
  });

  await stranger.reload();
  await play(stranger);
  await expect.poll(() => keptSounds(stranger)).toEqual([path]);
  // No page is kept but the one for offline, and nothing that the API answers.
  const kept = await stranger.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.toSorted()).toEqual(["/favicon.svg", path, "/offline", "/offline.js"].toSorted());

  await net.cut();
  await stranger.goto("/library");
  await expect(stranger.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await expect(stranger.getByText(`${sound.title} by ${sound.artistName}`)).toBeVisible();
  await play(stranger);
  await stranger.locator("audio").evaluate((element: HTMLAudioElement) => element.pause());
  await expectNoAxeViolations(stranger);
  if (process.env.E2E_PICTURES) {
    for (const colorScheme of ["dark", "light"] as const) {
      await stranger.emulateMedia({ colorScheme });
      for (const width of [1440, 390]) {
        await stranger.setViewportSize({ width, height: 800 });
        await stranger.screenshot({ path: `screenshots/offline-${colorScheme}-${width}.png` });
      }
    }
  }

  await net.restore();
  await stranger.getByRole("button", { name: "Try again" }).click();
  await expect(stranger).toHaveURL(/\/sign-in/);
  await takeBack(page, sound);
  expect(await stranger.evaluate(async (at) => (await fetch(at)).status, path)).toBe(410);
  await expect.poll(() => keptSounds(stranger)).toEqual([]);
  await stranger.context().close();
  await net.cut();
});

test("a file that is shared waits until somebody has signed in and says what to do", async ({ page, browser }) => {
  test.slow();
  const other = await (await browser.newContext()).newPage();
  const account = await createAccount(other);
  await other.context().close();
  await followSystemTheme(page);
  await page.goto("/gallery");
  await isControlled(page);
  const name = `shared ${randomUUID()}.wav`;
  const bytes = [...tone(330, 1)];
  await page.evaluate(
    ({ name: fileName, bytes: sent }) => {
      const form = Object.assign(document.createElement("form"), { method: "post", action: "/share-target" });
      form.enctype = "multipart/form-data";
      const input = Object.assign(document.createElement("input"), { type: "file", name: "files" });
      const chosen = new DataTransfer();
      chosen.items.add(new File([new Uint8Array(sent)], fileName, { type: "audio/wav" }));
      input.files = chosen.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    { name, bytes },
  );
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/upload\?shared=here$/);
  const shared = page.getByRole("region", { name: "Shared with SampleMind" });
  await expect(shared.getByText(name)).toBeVisible();
  await shoot(page, "shared-file");
  await shared.getByRole("button", { name: "Upload" }).click();
  await expect(shared).toBeHidden();
  await expectAnalyzed(page, name);
  expect(await page.evaluate(() => caches.has("samplemind-shared"))).toBe(false);

  // What is kept is its person's own business: the next one to use the browser sees none of it.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => caches.open("samplemind-sounds"));
  await page.getByRole("button", { name: /account/i }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await page.evaluate(() => caches.has("samplemind-sounds"))).toBe(false);
});

test("a browser can install it: its manifest is read, and each icon is what it says", async ({ page, request }) => {
  await page.goto("/gallery");
  const browserPage = await page.context().newCDPSession(page);
  const { url, errors, data = "{}" } = await browserPage.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(new URL(url).pathname).toBe("/manifest.webmanifest");
  const manifest = JSON.parse(data) as { icons: { src: string; sizes: string; type: string }[]; share_target: object };
  expect(manifest.share_target).toMatchObject({ action: "/share-target", method: "POST" });
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.headers()["content-type"]).toContain(type);
    if (type !== "image/png") continue;
    const bytes = await icon.body();
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
});
