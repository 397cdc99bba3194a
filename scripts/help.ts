// Writes dist/help.json: the pages of help in each language as the application reads them. Part of `npm run build`.
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileAll } from "@/lib/help-texts/languages";
import { root } from "@/runtime/root.mjs";

const file = join(root, "dist/help.json");
const temporary = `${file}.${process.pid}.tmp`;
writeFileSync(temporary, JSON.stringify(compileAll(root)));
renameSync(temporary, file);
