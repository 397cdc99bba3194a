import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "@/lib/language/constants";

/** The pages in English stand beside a folder for each other language. */
const FOLDERS: Readonly<Record<Language, string>> = { en: "docs/help", de: "docs/help/de" };

/** The Markdown of all pages of help in one language, by slug. */
export function readHelpSources(root: string, language: Language = "en"): Map<string, string> {
  const folder = join(root, FOLDERS[language]);
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return new Map(names.map((name) => [name.replace(/\.md$/, ""), readFileSync(join(folder, name), "utf8")]));
}
