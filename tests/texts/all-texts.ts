import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type TextsInSource, textsIn } from "./texts-in-source";

/** Where texts are shown. */
const SHOWN = ["app", "components"];
/** Where texts are marked that are shown there. */
const MARKED = ["lib"];
/** For those who work on the code, and for programs; words of the dictionaries themselves; tests. */
const LEFT_OUT = /^(components\/design|app\/\(dev\)|app\/api|lib\/language)\/|\.test\.tsx?$|\.d\.ts$/;

/** The texts of each file below `only`, or of all files. */
export function allTexts(root: string, only: readonly string[] = []): Map<string, TextsInSource> {
  const found = new Map<string, TextsInSource>();
  for (const folder of [...SHOWN, ...MARKED])
    for (const below of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort()) {
      const path = `${folder}/${below.replaceAll("\\", "/")}`;
      if (!/\.tsx?$/.test(path) || LEFT_OUT.test(path)) continue;
      if (only.length > 0 && !only.some((start) => path === start || path.startsWith(`${start}/`))) continue;
      found.set(path, textsIn(path, readFileSync(join(root, path), "utf8"), SHOWN.includes(folder)));
    }
  return found;
}
