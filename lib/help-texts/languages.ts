import type { HelpPages } from "@/lib/help/schema";
import { GERMAN } from "@/lib/language/german/studio";
import { textIn } from "@/lib/language/text";
import { compileHelp } from "./compile";
import { readHelpSources } from "./files";
import { GERMAN_OPERATIONS } from "./german-operations";

/** All pages of help in every language. What is said of operations stands only there, so no page's dictionary has it. */
export function compileAll(root: string): HelpPages {
  const en = compileHelp(readHelpSources(root));
  const t = textIn("de", { ...GERMAN, ...GERMAN_OPERATIONS });
  return { en, de: compileHelp(readHelpSources(root, "de"), { t, english: en }) };
}
