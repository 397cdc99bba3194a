import type { Cookie } from "@playwright/test";
import { markdownTable } from "@/bench/report/markdown-table";
import { quantile } from "@/bench/search/quantile";
import type { Figure, Part } from "@/bench/visuals/report";
import { driveBrowser } from "./driven-browser";
import { gzipKilobytes } from "./script-weight";
import { runTool } from "./tools";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const LEAST = { performance: 95, accessibility: 100, "best-practices": 95, seo: 100 };
const SHIFT_MAX = 0.02;
const FIRST_LOAD_KB = 150;

export interface Place {
  name: string;
  path: string;
  /** Whether strangers may see it. Then it can be found by search engines, and its scripts are to be few. */
  isPublic: boolean;
  hasFewScripts?: boolean;
}

interface Report {
  categories: Record<(typeof CATEGORIES)[number], { score: number }>;
  audits: Record<
    string,
    { numericValue?: number; details?: { items?: { resourceType?: string; url?: string; statusCode?: number }[] } }
  >;
}

/** Scores as Lighthouse gives them for a phone on a slow network, the median of three runs. */
export async function measureScores(origin: string, cookies: Cookie[], places: readonly Place[]): Promise<Part> {
  const rows: string[][] = [];
  const figures: Figure[] = [];
  for (const { name, path, isPublic, hasFewScripts } of places) {
    const reports: Report[] = [];
    // Cookies in a header would be lost with the first that the server sets: the page would be the sign-in form.
    const browser = await driveBrowser(isPublic ? [] : cookies);
    try {
      for (let run = 0; run < RUNS; run++) reports.push(await report(`${origin}${path}`, browser.port));
    } finally {
      await browser.close();
    }
    const median = (value: (report: Report) => number) => quantile(reports.map(value), 0.5);
    const scores = CATEGORIES.map(
      (category) => [category, 100 * median((one) => one.categories[category].score)] as const,
    );
    const shift = median((one) => one.audits["cumulative-layout-shift"]?.numericValue ?? 1);
    const paint = median((one) => one.audits["largest-contentful-paint"]?.numericValue ?? 0);
    const weights = await Promise.all(reports.map((one) => gzipKilobytes(scriptsOf(one))));
    const scripts = quantile(weights, 0.5);
    rows.push([
      name,
      ...scores.map(([, score]) => score.toFixed(0)),
      shift.toFixed(3),
      paint.toFixed(0),
      scripts.toFixed(0),
    ]);
    for (const [category, score] of scores)
      if (isPublic || category !== "seo")
        figures.push({
          what: `${name}, ${category}`,
          measured: score,
          target: LEAST[category],
          isLeast: true,
          unit: "",
        });
    figures.push({ what: `${name}, layout shift`, measured: shift, target: SHIFT_MAX, unit: "" });
    if (hasFewScripts) figures.push({ what: `${name}, scripts`, measured: scripts, target: FIRST_LOAD_KB, unit: "kB" });
  }
  const columns = [
    "page",
    "performance",
    "accessibility",
    "best practices",
    "SEO",
    "layout shift",
    "largest paint ms",
    "scripts kB",
  ];
  const text =
    "Lighthouse, a phone on slow 4G with a processor four times slower (simulated), the median of three runs.";
  return { text: `${text}\n\n${markdownTable(columns, rows)}`, figures };
}

/** @throws Error if the browser was taken for a stranger's: then it was not the page */
async function report(url: string, port: number): Promise<Report> {
  const flags = ["--output=json", "--quiet", `--only-categories=${CATEGORIES.join(",")}`, `--port=${port}`];
  const one = JSON.parse(await runTool("lighthouse/cli/index.js", [url, ...flags])) as Report;
  const refused = requestsOf(one).filter(({ statusCode = 0 }) => statusCode === 401);
  if (refused.length > 0) throw new Error(`${url}: ${refused.map(({ url: asked }) => asked).join(", ")} refused`);
  return one;
}

const requestsOf = ({ audits }: Report) => audits["network-requests"]?.details?.items ?? [];
const scriptsOf = (one: Report) =>
  requestsOf(one).flatMap(({ resourceType, url }) => (resourceType === "Script" && url ? [url] : []));
