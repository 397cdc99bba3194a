// The build gives the class itself, Node its module.
import cache from "next/dist/server/lib/incremental-cache/file-system-cache.js";

/**
 * The cache of Next.js, which answers a form that was sent without scripts as if it had nothing. Otherwise the page
 * goes on from its prepared shell, and what the action answered is not in it (React resumes without the state of forms).
 */
export default class PageCache extends (cache.default ?? cache) {
  #isPlainForm;

  constructor(context) {
    super(context);
    const { "content-type": type, "next-action": action } = context._requestHeaders ?? {};
    this.#isPlainForm = action === undefined && String(type).startsWith("multipart/form-data");
  }

  async get(key, context) {
    return this.#isPlainForm && context.kind === "APP_PAGE" ? null : super.get(key, context);
  }
}
