import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const axeSource = readFileSync(
  createRequire(join(process.cwd(), "package.json")).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Those that are on by default. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
/** At least 7:1, for the theme that promises it. */
const STRONG_COLOUR_RULES = ["color-contrast-enhanced"];

/**
 * Runs axe on the current page. Reports each violation with its rule and its elements. With `colours` it applies only
 * the rules about colours: for a page that was checked in the other theme. `strong colours` asks for 7:1.
 */
export async function expectNoAxeViolations(
  page: Page,
  rules: "all" | "colours" | "strong colours" = "all",
): Promise<void> {
  // Waited for here, and not axe's to judge: a page that is read again has no title for a moment.
  await expect(page).toHaveTitle(/./);
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const violations = await page.evaluate(
    async ({ only, colourRules }) => {
      const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      const results = await axe.run({
        // Nobody reads the long lists of what is right, and to find a selector for each element takes long.
        ...{ resultTypes: ["violations"], selectors: false },
        rules: { "document-title": { enabled: false } },
        ...(only !== "all" && { runOnly: { type: "rule", values: colourRules } }),
      });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
    },
    { only: rules, colourRules: rules === "strong colours" ? STRONG_COLOUR_RULES : COLOUR_RULES },
  );
  expect(violations).toEqual([]);
}
