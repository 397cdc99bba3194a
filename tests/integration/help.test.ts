import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HELP_PATHS } from "@/lib/help/addresses";
import { startBackend } from "@/tests/factories/backend";
import { commandsOf, printedPattern, runCommands, writePrograms } from "@/tests/factories/help-commands";
import { startApp } from "@/tests/factories/running-app";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { compileHelp, linksOf } = await import("@/lib/help-texts/compile");
const { compileAll } = await import("@/lib/help-texts/languages");
const { readHelpSources } = await import("@/lib/help-texts/files");
const { KEY_SCOPES } = await import("@/lib/api-keys/constants");

await backend.person("Admin");
const person = await backend.person("Ada");
const address = await startApp();
const pages = compileHelp(readHelpSources(process.cwd()));
const folder = mkdtempSync(join(tmpdir(), "help-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (path: string, cookie?: string) =>
  fetch(`${address}${path}`, { headers: cookie ? { cookie } : {}, redirect: "follow" });
/** A page as it is read without scripts. */
const textOf = async (path: string) => (await (await get(path)).text()).replace(/<script[\s\S]*?<\/script>/g, "");

describe("the commands in the help", () => {
  let key = "";
  beforeAll(async () => {
    key = (await backend.apiKey(person, { scopes: [...KEY_SCOPES] })).secret;
    const sampleId = await backend.upload(person, tone(440), "tone.wav");
    await until(async () => {
      const [row] = await backend.sql`select status from samples where id = ${sampleId}`;
      return row?.status === "completed";
    }, "the analysis");
    copyFileSync("tests/fixtures/music/drum loop.wav", join(folder, "drum loop.wav"));
  });

  it.each(pages.filter((page) => commandsOf(page).length > 0).map((page) => [page.slug, page] as const))(
    "run, and print what is said (%s)",
    async (_, page) => {
      const commands = commandsOf(page);
      writePrograms(page, folder);
      const runs = await runCommands(commands, folder, {
        SAMPLEMIND: address,
        SAMPLEMIND_KEY: key,
        DATA_DIR: folder,
      });
      for (const [at, { prints }] of commands.entries())
        if (prints !== null) expect(runs[at]?.printed).toMatch(printedPattern(prints));
    },
  );
});

describe("the pages of the help", () => {
  it("answer everybody, each with a heading, a canonical address and its neighbours", async () => {
    for (const path of HELP_PATHS) {
      const answer = await get(path);
      const html = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect(html).toMatch(/<h1[^>]*>[^<]/);
      expect(html).toContain(`<link rel="canonical" href="${address}${path}"/>`);
    }
    const second = pages[1];
    expect(await textOf(`/docs/${second?.slug}`)).toContain(`href="/docs/${pages[2]?.slug}"`);
  });

  it("lead only to what is there, anchors included", async () => {
    const links = new Set(
      pages.flatMap(({ slug, blocks }) => linksOf(blocks).map((href) => new URL(href, `${address}/docs/${slug}`).href)),
    );
    const read = new Map<string, string>();
    for (const link of links) {
      const { pathname, hash } = new URL(link);
      if (!read.has(pathname)) {
        const answer = await get(pathname, person.cookie);
        expect([link, answer.status]).toEqual([link, 200]);
        read.set(pathname, await answer.text());
      }
      if (hash) expect([link, read.get(pathname)?.includes(`id="${hash.slice(1)}"`)]).toEqual([link, true]);
    }
    expect(links.size).toBeGreaterThan(30);
  });

  it("are in the sitemap, and no other page of help is anywhere", async () => {
    const sitemap = await (await get("/sitemap.xml")).text();
    for (const path of HELP_PATHS) expect(sitemap).toContain(`<loc>${address}${path}</loc>`);
    expect((await get("/docs/nothing")).status).toBe(404);
    expect((await get("/docs/start/more")).status).toBe(404);
  });

  it("say what the code says: its version of the pages was built from these texts", () => {
    expect(JSON.parse(readFileSync("dist/help.json", "utf8"))).toEqual(compileAll(process.cwd()));
  });
});

describe("the help in German", () => {
  const german = { cookie: "choices=language%3Dde" };
  const read = async (path: string, headers: Record<string, string>) =>
    (await fetch(`${address}${path}`, { headers })).text();

  it("is shown to whoever has chosen it, or whose browser asks for it, at the same addresses", async () => {
    for (const headers of [german, { "accept-language": "de-AT,de;q=0.9,en;q=0.5" }]) {
      const html = await read("/docs/analysis", headers);
      expect(html).toContain("Eine Analyse lesen");
      expect(html).toContain('id="key-changes"');
      expect(html).not.toContain("Reading an analysis");
    }
    expect(await read("/docs/analysis", {})).toContain("Reading an analysis");
  });

  it("is what a search in German finds", async () => {
    const html = await read("/docs?q=Papierkorb", german);
    expect(html).toContain('href="/docs/library#deleting-and-the-trash"');
    expect(html).toMatch(/<mark[^>]*>Papierkorb<\/mark>/);
  });
});

describe("a search of the help", () => {
  it("finds a place and marks it, without an account", async () => {
    const html = await textOf("/docs?q=true+peaks");
    expect(html).toContain('href="/docs/analysis#loudness"');
    expect(html).toMatch(/<mark[^>]*>peak<\/mark>/);
    expect(html).toContain('name="q"');
    expect(await (await get("/docs?q=peak")).text()).toContain('<meta name="robots" content="noindex, follow"/>');
  });

  it("says when it finds nothing, only some words, or had to cut the question", async () => {
    expect(await textOf("/docs?q=zebra")).toContain("Nothing in the help has");
    expect(await textOf("/docs?q=tempo+zebra")).toContain("No place has all of");
    expect(await textOf(`/docs?q=${"long".repeat(100)}`)).toContain("Only the first 200 characters were searched.");
  });

  it("shows what somebody typed as text and nothing else", async () => {
    const html = await textOf(`/docs?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`);
    expect(html).not.toContain("<img src=x");
    for (const odd of ["%00", "%FF", "q&q=b", "%E2%80%AE"])
      expect((await get(`/docs?q=${odd}`)).status).toBeLessThan(500);
  });
});
