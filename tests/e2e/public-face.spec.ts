import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { origin } from "@/playwright.config";
import { headOf, wrongInCard, wrongInData, wrongInOpenGraph } from "@/tests/factories/page-head-rules";
import {
  parseXml,
  wrongInJsonFeed,
  wrongInOembed,
  wrongInRss,
  wrongInSitemap,
} from "@/tests/factories/published-rules";
import { greyPng } from "@/tests/fixtures/tagged-files";
import { expectNoAxeViolations } from "./axe";
import { publishSound, rawPlays } from "./published";
import { followSystemTheme, shoot } from "./shoot";
import { expect, test } from "./test";

/** What a page's head says that there is, and how it is checked. */
const READ_AS: Readonly<Record<string, (text: string) => string[]>> = {
  "application/rss+xml": wrongInRss,
  "application/feed+json": wrongInJsonFeed,
  "application/json+oembed": (text) => wrongInOembed(JSON.parse(text)),
  "text/xml+oembed": (text) => wrongInOembed(parseXml(text).oembed as Record<string, unknown>),
};
/** The specification of oEmbed names other types for the link than for the answer. */
const READ_FROM: Readonly<Record<string, string>> = {
  "application/rss+xml": "application/rss+xml",
  "application/feed+json": "application/feed+json",
  "application/json+oembed": "application/json",
  "text/xml+oembed": "text/xml",
};

const wide = { width: 1440, height: 900 };

test("an artist has a picture, and a sound is played on its card and seen as a picture", async ({ page, browser }) => {
  test.slow();
  await followSystemTheme(page);
  const sound = await publishSound(page);

  await page.goto("/settings#public-page");
  const picture = page.getByLabel("Picture of your public page");
  await expect(page.getByRole("button", { name: "Choose a picture" })).toBeVisible();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await expect(async () => {
    await picture.setInputFiles({ name: "me.svg", mimeType: "image/svg+xml", buffer: svg });
    await expect(page.getByText("This is no picture that can be read")).toBeVisible({ timeout: 3000 });
  }).toPass();
  await picture.setInputFiles({ name: "large.png", mimeType: "image/png", buffer: Buffer.alloc(9 * 1024 ** 2) });
  await expect(page.getByText("The picture is larger than 8 MB")).toBeVisible();
  await picture.setInputFiles({ name: "me.png", mimeType: "image/png", buffer: greyPng(700) });
  await expect(page.getByRole("button", { name: "Remove picture" })).toBeVisible();
  await shoot(page, "settings-picture");

  const stranger = await (await browser.newContext()).newPage();
  await followSystemTheme(stranger);
  await stranger.goto(`/artists/${sound.handle}`);
  const shown = stranger.locator(`img[src^="/artists/${sound.handle}/pictures/"]`);
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(512);
  await expect(stranger.locator('meta[property="og:image"]')).toHaveAttribute("content", /-512\.webp$/);
  await shoot(stranger, "artist-picture");
  await stranger.setViewportSize(wide);

  await test.step("its card plays it, and the play is counted", async () => {
    await stranger.getByRole("button", { name: `Play ${sound.title}` }).click();
    await expect(stranger.getByRole("button", { name: `Pause ${sound.title}` })).toBeVisible();
    await expect.poll(() => rawPlays(page, sound)).toBe(1);
    await shoot(stranger, "card-playing");
    await stranger.setViewportSize(wide);
  });

  await test.step("its cover is the same whether the server or the browser draws it", async () => {
    const cover = stranger.getByRole("list", { name: "Sounds" }).locator("svg[viewBox='0 0 1000 1000']");
    await stranger.reload();
    await expect(stranger.getByRole("button", { name: `Play ${sound.title}` })).toBeVisible();
    const byServer = await cover.innerHTML();
    expect(byServer).toContain("<path");
    await stranger.goto(`/gallery/${sound.slug}`);
    await stranger.evaluate(() => Object.assign(window, { isSamePage: true }));
    await stranger.getByRole("main").locator(`a[href="/artists/${sound.handle}"]`).first().click();
    await expect(stranger.getByRole("button", { name: `Play ${sound.title}` })).toBeVisible();
    expect(await stranger.evaluate(() => "isSamePage" in window)).toBe(true);
    await expect.poll(() => cover.innerHTML()).toBe(byServer);
    await shoot(stranger, "cover-by-browser");
    await stranger.setViewportSize(wide);
  });

  await test.step("its page shows it as a picture, once somebody wants that", async () => {
    await stranger.goto(`/gallery/${sound.slug}`);
    await expect(stranger.locator("canvas")).toHaveCount(0);
    const open = stranger.getByRole("button", { name: "See it as a picture" });
    await expect(open).toBeVisible();
    await open.click();
    await expect(stranger.locator("[data-visualizer] canvas")).toBeVisible();
    await stranger.locator("audio").evaluate((audio: HTMLAudioElement) => audio.play());
    const position = () => stranger.locator("audio").evaluate((audio: HTMLAudioElement) => audio.currentTime);
    await expect.poll(position).toBeGreaterThan(0.5);
    await shoot(stranger, "item-picture");
    await stranger.getByRole("button", { name: "Close the picture" }).click();
    await expect(stranger.locator("canvas")).toHaveCount(0);
    await expect.poll(() => rawPlays(page, sound)).toBe(2);
  });

  await page.setViewportSize(wide);
  await page.getByRole("button", { name: "Remove picture" }).click();
  await expect(page.getByRole("button", { name: "Choose a picture" })).toBeVisible();
  await stranger.reload();
  await expect(stranger.locator('img[src*="/pictures/"]')).toHaveCount(0);
  await stranger.context().close();
});

test("another site's page frames the player, which plays and is counted, and no other page", async ({
  page,
  browser,
}) => {
  test.slow();
  const sound = await publishSound(page);
  await test.step("what other programs read of it follows the published rules, as it is sent", async () => {
    const stranger = (await browser.newContext()).request;
    const pages = ["/", "/gallery", `/artists/${sound.handle}`, `/gallery/${sound.slug}`];
    for (const path of pages) {
      const head = headOf(await (await stranger.get(`${origin}${path}`)).text());
      expect([...wrongInOpenGraph(head), ...wrongInCard(head), ...wrongInData(head.data)], path).toEqual([]);
      expect(new URL(head.meta.get("og:url")?.[0] ?? "").href, path).toBe(`${origin}${path}`);
      for (const { type = "", href = "" } of head.links.filter(({ rel }) => rel === "alternate")) {
        const check = READ_AS[type];
        if (!check) continue;
        const answer = await stranger.get(href);
        expect([answer.status(), answer.headers()["content-type"]?.split(";")[0]], href).toEqual([
          200,
          READ_FROM[type],
        ]);
        expect(check(await answer.text()), href).toEqual([]);
      }
      for (const image of head.meta.get("og:image") ?? []) {
        const picture = await stranger.get(image);
        expect(picture.headers()["content-type"], image).toBe(head.meta.get("og:image:type")?.[0]);
      }
    }
    expect(wrongInSitemap(await (await stranger.get(`${origin}/sitemap.xml`)).text())).toEqual([]);
    const item = headOf(await (await stranger.get(`${origin}/gallery/${sound.slug}`)).text());
    expect(item.data.map((thing) => thing["@type"])).toEqual(["MusicRecording"]);
    expect(item.links.filter(({ type }) => type?.endsWith("+oembed"))).toHaveLength(2);
    await stranger.dispose();
  });
  const frame = (path: string) =>
    `<iframe title="framed" width="600" height="200" allow="autoplay" src="${origin}${path}">`;
  const site = createServer((request, response) => {
    const path = request.url === "/gallery" ? "/gallery" : `/embed/${sound.id}`;
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><html lang="en"><title>Another site</title><main><h1>Elsewhere</h1>${frame(path)}</iframe></main>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  try {
    // Another host, and so another site.
    const elsewhere = `http://localhost:${(site.address() as AddressInfo).port}`;
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(elsewhere);
    const player = visitor.frameLocator("iframe");
    await expect(player.getByRole("link", { name: sound.title })).toBeVisible();
    const audio = player.locator("audio");
    await audio.evaluate((element: HTMLAudioElement) => element.play());
    await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.currentTime)).toBeGreaterThan(0.5);
    await expect.poll(() => rawPlays(page, sound)).toBe(1);
    await expectNoAxeViolations(visitor);

    await visitor.goto(`${elsewhere}/gallery`);
    await expect.poll(() => visitor.frames().at(-1)?.url()).toMatch(/^chrome-error:/);
    await visitor.context().close();
  } finally {
    site.close();
  }
});
