import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";
import { artistOf, published } from "@/tests/factories/publications";
import { startApp } from "@/tests/factories/running-app";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { config } = await import("@/proxy");
const { inSourceTree } = await import("./access-table");
const address = await startApp();
const SOME_ID = "01a1fbfb-bd28-714a-bdb4-646dd4da4a09";
const concrete = (route: string) => route.replaceAll(/\[+[^\]]+\]+/g, SOME_ID);

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

function directives(policy: string | null): Record<string, string[]> {
  const parts = (policy ?? "").split(";").map((part) => part.trim().split(/\s+/));
  return Object.fromEntries(parts.map(([name, ...sources]) => [name, sources]));
}

describe("every response", () => {
  const asset = `/_next/static/chunks/${readdirSync(`${process.env.NEXT_DIST_DIR ?? ".next"}/static/chunks`).find((name) => name.endsWith(".js"))}`;
  const paths = [
    ...inSourceTree.pages(),
    ...inSourceTree.routes(),
    ...[
      "/nowhere",
      "/favicon.svg",
      "/no-such-file.svg",
      "/api/v1/samples",
      "/_next/static/none.js",
      "/%E0%A4%A",
      asset,
    ],
  ];

  it.each(paths.map(concrete))(
    "forbids browsers to guess types, frame the page or send referrers (%s)",
    async (path) => {
      const { headers } = await fetch(`${address}${path}`, { redirect: "manual" });
      const isForOtherSites = path.startsWith("/embed/");
      for (const [name, value] of Object.entries(EVERYWHERE)) {
        const isLeftOut = isForOtherSites && name === "x-frame-options";
        expect(headers.get(name), name).toBe(isLeftOut ? null : value);
      }
      expect(headers.get("permissions-policy")).toContain("camera=()");
      expect(headers.get("x-powered-by")).toBeNull();
      const policy = directives(headers.get("content-security-policy"));
      expect(policy["frame-ancestors"]).toEqual([isForOtherSites ? "*" : "'none'"]);
      expect(policy["base-uri"]).toEqual(["'none'"]);
      expect(policy["script-src"] ?? policy["default-src"]).not.toContain("'unsafe-inline'");
    },
  );

  it("is made by the process that was asked, also where a page must seem not to exist", async () => {
    const { status, headers } = await fetch(`${address}/shared/no-such-link`);
    expect(status).toBe(404);
    expect(headers.get("x-middleware-rewrite")).toBeNull();
  });

  it("keeps browsers on TLS only if the visitor used TLS", async () => {
    for (const path of ["/", "/dashboard", "/api/health", "/api/v1/samples", "/s3/samplemind/none", asset]) {
      const plain = await fetch(`${address}${path}`, { redirect: "manual" });
      const secure = await fetch(`${address}${path}`, {
        redirect: "manual",
        headers: { "x-forwarded-proto": "https" },
      });
      expect(plain.headers.get("strict-transport-security"), path).toBeNull();
      expect(secure.headers.get("strict-transport-security"), path).toMatch(/^max-age=63072000/);
    }
  });
});

describe("a document", () => {
  it("has a new nonce at every request, on every script", async () => {
    const nonces = new Set<string>();
    for (const path of ["/forgot", "/forgot", "/sign-in?next=%2Flibrary", "/register", "/nowhere"]) {
      const answer = await fetch(`${address}${path}`);
      const [nonce] = /(?<='nonce-)[^']+/.exec(answer.headers.get("content-security-policy") ?? "") ?? [""];
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length, path).toBeGreaterThan(3);
      for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(5);
  });

  it("that all strangers get alike has no nonce, and names its scripts by what they are", async () => {
    for (const path of ["/", "/sign-in", "/gallery"]) {
      const [one, other] = [await fetch(`${address}${path}`), await fetch(`${address}${path}`)];
      const policy = one.headers.get("content-security-policy") ?? "";
      expect(policy).not.toMatch(/nonce|strict-dynamic|unsafe-inline'[^;]*; script|script-src[^;]*'self'/);
      const html = await one.text();
      expect(html.includes('nonce="'), path).toBe(false);
      expect((await other.text()) === html, "a second one at once is the same").toBe(true);
      const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
        ([, text = ""]) => text,
      );
      expect(inline.length).toBeGreaterThan(1);
      for (const text of inline)
        expect(policy).toContain(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
  });

  it("is made anew for whoever is known", async () => {
    const known = await fetch(`${address}/`, { headers: { cookie: "next-auth.session-token=x" } });
    expect(known.headers.get("content-security-policy")).toContain("'nonce-");
  });

  it("ignores a policy that the visitor sends", async () => {
    const headers = { "content-security-policy": "script-src 'nonce-chosen'", "x-nonce": "chosen" };
    expect(await (await fetch(`${address}/`, { headers })).text()).not.toContain("chosen");
  });
});

describe("the player for other sites", () => {
  it("may be framed by anybody, and says what is gone and what never was", async () => {
    const owner = await backend.person();
    await artistOf(backend, owner);
    const { id, slug } = await published(backend, owner, { title: "Rain in a frame" });
    const ask = (path: string) => fetch(`${address}${path}`);
    const shown = await ask(`/embed/${id}`);
    expect([shown.status, shown.headers.get("x-frame-options")]).toEqual([200, null]);
    expect(directives(shown.headers.get("content-security-policy"))["frame-ancestors"]).toEqual(["*"]);
    expect(shown.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(await shown.text()).toContain("Rain in a frame");
    const picture = await ask(`/gallery/${slug}/opengraph.png`);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(picture.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    for (const path of ["/gallery/feed.xml", "/gallery/feed.json", "/sitemap.xml", "/robots.txt"])
      expect((await ask(path)).status, path).toBe(200);
    expect((await ask(`/embed/${SOME_ID}`)).status).toBe(404);
    expect((await ask("/embed/no-id")).status).toBe(404);
    await backend.sql`update publications set state = 'withdrawn' where id = ${id}`;
    const gone = await ask(`/embed/${id}`);
    expect(gone.status).toBe(410);
    expect(await gone.text()).not.toContain("Rain in a frame");
    expect((await ask(`/gallery/${slug}/opengraph.png`)).status).toBe(410);
  });

  it("takes plays of strangers, from our own pages alone", async () => {
    const { id } = await published(backend, await backend.person());
    const play = (headers: Record<string, string>) =>
      fetch(`${address}/plays`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ publicationId: id, context: "embed" }),
      });
    expect((await play({ origin: address })).status).toBe(201);
    expect((await play({ origin: "https://elsewhere.example" })).status).toBe(403);
  });
});

describe("the proxy", () => {
  it("sees every page, but no route handler whose body it would buffer and cut", () => {
    const passes = (route: string) => unstable_doesMiddlewareMatch({ config, url: `${address}${concrete(route)}` });
    expect(inSourceTree.pages().filter((route) => !passes(route))).toEqual([]);
    const handlers = inSourceTree.routes().filter((route) => /^\/(api|s3)\b/.test(route));
    expect(handlers.length).toBeGreaterThan(4);
    expect(handlers.filter(passes)).toEqual([]);
  });
});

/** Violations of the policy by the page and its workers, as they happen. */
async function watchViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction("reportViolation", (violation: string) => violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
      const report = Reflect.get(window, "reportViolation") as (text: string) => void;
      report(`${location.pathname}: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on("console", (message) => {
    // Also of a name in Permissions-Policy that this browser does not know.
    if (/content security policy|permissions-policy/i.test(message.text())) violations.push(message.text());
  });
  return violations;
}

async function signInAs(context: BrowserContext, { cookie }: { cookie: string }): Promise<void> {
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: address }]);
}

describe("in Chromium", () => {
  let browser: Awaited<ReturnType<typeof chromium.launch>>;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu"],
    });
  });
  afterAll(() => browser.close());

  it("every page runs its scripts without a violation of the policy", async () => {
    const admin = await backend.person();
    const context = await browser.newContext();
    const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
    const watched = await Promise.all(tabs.map(watchViolations));
    const visit = async (page: Page, path: string) => {
      await page.goto(`${address}${concrete(path)}`);
      // The server writes the theme's class. Hydration gives the root element its React properties.
      await page.waitForFunction(
        () =>
          document.documentElement.classList.contains("dark") &&
          Object.keys(document.body).some((key) => key.startsWith("__react")),
      );
    };
    const pages = [...inSourceTree.pages(), "/nowhere"];
    const visitAll = () => {
      const left = [...pages];
      return Promise.all(
        tabs.map(async (page) => {
          for (let path = left.shift(); path; path = left.shift()) await visit(page, path);
        }),
      );
    };
    await visitAll();
    await signInAs(context, admin);
    await visitAll();
    expect(watched.flat()).toEqual([]);
  }, 400_000);

  it("a sound is hashed, uploaded, analysed, drawn and played without a violation", async () => {
    const person = await backend.person();
    const context = await browser.newContext();
    await signInAs(context, person);
    const page = await context.newPage();
    const violations = await watchViolations(page);
    await page.goto(`${address}/upload`);
    const file = { name: "tone.wav", mimeType: "audio/wav", buffer: Buffer.from(tone(440, 2)) };
    await page.locator("input[type=file]").first().setInputFiles(file);
    const sampleId = await until(async () => {
      const [row] =
        await backend.sql`select id from samples where owner_id = ${person.userId} and status = 'completed'`;
      return row?.id as string | undefined;
    }, "the end of the analysis");
    await page.goto(`${address}/samples/${sampleId}`);
    const media = page.waitForResponse((response) => response.url().includes("/s3/"));
    await page.getByRole("button", { name: /^play/i }).first().click();
    expect((await media).ok()).toBe(true);
    await expect.poll(() => page.locator("canvas").count()).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  });

  it.each([
    ["/", "/s3/samplemind/none.js"],
    ["/forgot", "/_next/static/none.js"],
  ])("scripts injected into %s do not run", async (path, source) => {
    const page = await browser.newPage();
    const injected = `<img src="/none" onerror="window.wasRun = 'attribute'"><script>window.wasRun = "inline"</script>
      <script src="${source}"></script><p id="injected">`;
    const blocked: string[] = [];
    await page.exposeFunction("reportBlocked", (directive: string) => blocked.push(directive));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        (Reflect.get(window, "reportBlocked") as (text: string) => void)(effectiveDirective);
      });
    });
    await page.route(`${address}${path}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace("<body>", `<body>${injected}`) });
    });
    await page.goto(`${address}${path}`);
    await expect.poll(() => blocked.toSorted()).toEqual(["script-src-attr", "script-src-elem", "script-src-elem"]);
    expect(await page.evaluate(() => Reflect.get(window, "wasRun"))).toBeUndefined();
  });
});
