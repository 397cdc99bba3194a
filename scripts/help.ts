// Writes dist/help.json: the pages of help as the application reads them. Part of `npm run build`.
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileHelp } from "@/lib/help-texts/compile";
import { readHelpSources } from "@/lib/help-texts/files";
import { root } from "@/runtime/root.mjs";

const file = join(root, "dist/help.json");
const temporary = `${file}.${process.pid}.tmp`;
writeFileSync(temporary, JSON.stringify(compileHelp(readHelpSources(root))));
renameSync(temporary, file);
