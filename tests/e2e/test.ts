import { test as base, type Page } from "@playwright/test";

export { type Browser, type BrowserContext, expect, type Locator, type Page, type Request } from "@playwright/test";

/**
 * A streamed part arrives in a hidden container and is moved to its place a moment later. If the browser has already
 * drawn the part by then, the page has it twice until the container is removed, and a locator finds two.
 */
const arrived = (page: Page) => page.waitForFunction(() => !document.querySelector('[hidden][id^="S:"]'));

/** After `goto` and `reload`, `page` waits until everything streamed is in its place. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    page.goto = async (url, options) => {
      const response = await goto(url, options);
      await arrived(page);
      return response;
    };
    page.reload = async (options) => {
      const response = await reload(options);
      await arrived(page);
      return response;
    };
    await use(page);
  },
});
