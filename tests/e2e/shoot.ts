import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { origin } from "@/playwright.config";
import { expectNoAxeViolations } from "./axe";

/** Nothing compares the pictures. Somebody may want to look at them. */
const wantsPictures = Boolean(process.env.E2E_PICTURES);
const screenshots = join(process.cwd(), "screenshots");
const widths = [1440, 390] as const;
const themes = ["dark", "light"] as const;

/** Makes the theme follow the system, so that it can change without a reload. Call it before the page is opened. */
export const followSystemTheme = (page: Page) => chooseTheme(page, "system");

/** As a browser that has chosen it. */
export const chooseTheme = (page: Page, theme: string) =>
  page.context().addCookies([{ name: "choices", value: `theme=${theme}`, url: origin }]);

/** Waits until the page is painted in it. */
export const expectPainted = (page: Page, theme: "dark" | "light") =>
  expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(theme);

/** Expects that the page fits its window and has no accessibility violation, in both themes and widths. */
export async function shoot(page: Page, name: string): Promise<void> {
  await expect(page.locator("h1:visible").first()).toBeVisible();
  // Skeletons leave when the streamed parts have arrived.
  await expect(page.locator(".animate-shimmer:visible")).toHaveCount(0);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await expectPainted(page, theme);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      // What is open over the page moves a frame after the window.
      await expect.poll(overflow, `${name} at ${width} px is wider than the window`).toBeLessThanOrEqual(0);
      // The themes have different colours, and nothing else; each colour is on the wide page.
      if (theme === themes[0]) await expectNoAxeViolations(page);
      else if (width === widths[0]) await expectNoAxeViolations(page, "colours");
      if (!wantsPictures) continue;
      await page.screenshot({ path: join(screenshots, `${name}-${theme}-${width}.png`), fullPage: true });
    }
  }
}
