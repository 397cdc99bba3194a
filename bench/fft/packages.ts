import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** `require` as it is in a folder with packages that are installed for a comparison only. */
export const requireFrom = (folder: string) => createRequire(pathToFileURL(join(folder, "package.json")));
