import type { Response } from "@playwright/test";
import { markdownTable } from "@/bench/report/markdown-table";
import type { Visit } from "./browser";
import type { Figure, Part } from "./report";

/** What a studio page may load at most, as in `tests/e2e/page-weight.spec.ts`, and one with a picture beside that. */
const PAGE_KB = 270;
const SAMPLE_KB = 280;
const SCENE_KB = 570;
/** Stands in no other code than that of three.js. */
const THREE = "THREE.WebGLRenderer";

const HAS_SCENE = /^\/(visualizer|galaxy)/;

interface Script {
  transferred: number;
  decoded: number;
  isThree: boolean;
}

function limitOf(path: string): number {
  if (HAS_SCENE.test(path)) return SCENE_KB;
  return path.startsWith("/samples/") ? SAMPLE_KB : PAGE_KB;
}

/** Bytes of JavaScript that each page loads in a browser that has nothing stored, and where three.js is among them. */
export async function measureBytes(visit: Visit, sampleId: string): Promise<Part> {
  const paths = [
    ...["/", "/dashboard", "/library", "/search", "/collections", "/upload", `/samples/${sampleId}`],
    ...[`/visualizer/${sampleId}`, "/galaxy"],
  ];
  const rows: string[][] = [];
  const figures: Figure[] = [];
  for (const path of paths) {
    const scripts = await scriptsOf(visit, path);
    const hasScene = HAS_SCENE.test(path);
    const sum = (field: "transferred" | "decoded") =>
      scripts.reduce((total, script) => total + script[field], 0) / 1000;
    const isThree = scripts.some((script) => script.isThree);
    const name = path.replace(sampleId, "[id]");
    rows.push([name, sum("transferred").toFixed(0), sum("decoded").toFixed(0), isThree ? "yes" : "no"]);
    figures.push(
      { what: `scripts of ${name}`, measured: sum("transferred"), target: limitOf(path), unit: "kB" },
      { what: `three.js on ${name}`, measured: Number(isThree), target: Number(hasScene), unit: "" },
    );
  }
  return { text: markdownTable(["page", "transferred kB", "decoded kB", "three.js"], rows), figures };
}

async function scriptsOf({ origin, context }: Visit, path: string): Promise<Script[]> {
  const browser = context.browser();
  if (!browser) throw new Error("no browser");
  const fresh = await browser.newContext({ storageState: await context.storageState() });
  try {
    const page = await fresh.newPage();
    const loaded: Promise<Script>[] = [];
    page.on("response", (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname)) loaded.push(scriptOf(response));
    });
    await page.goto(`${origin}${path}`);
    await page.waitForLoadState("load");
    // What is fetched in advance comes after the page itself.
    for (let count = -1; count !== loaded.length; ) {
      count = loaded.length;
      await page.waitForTimeout(1500);
    }
    return await Promise.all(loaded);
  } finally {
    await fresh.close();
  }
}

async function scriptOf(response: Response): Promise<Script> {
  const body = await response.body();
  const { responseBodySize } = await response.request().sizes();
  return { transferred: responseBodySize, decoded: body.length, isThree: body.includes(THREE) };
}
