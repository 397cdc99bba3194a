import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "docs/help";

/** The Markdown of all pages of help, by slug. */
export function readHelpSources(root: string): Map<string, string> {
  const folder = join(root, FOLDER);
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return new Map(names.map((name) => [name.replace(/\.md$/, ""), readFileSync(join(folder, name), "utf8")]));
}
