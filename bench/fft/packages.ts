import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** `require` from a folder with packages that are only installed for a comparison. */
export const requireFrom = (folder: string) => createRequire(pathToFileURL(join(folder, "package.json")));
