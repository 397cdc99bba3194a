import { use } from "react";
import { loadText } from "@/lib/choices/language";
import type { Text } from "@/lib/language/text";

/** The same where the server draws. In an async component: `const t = await loadText()`. */
export const useText = (): Text => use(loadText());
