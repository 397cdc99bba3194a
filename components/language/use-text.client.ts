"use client";

import { createContext, useContext } from "react";
import { ENGLISH, type Text } from "@/lib/language/text";

export const TextContext = createContext<Text>(ENGLISH);

/** Texts in the language of the page: `const t = useText(); t("Save")`. */
export const useText = (): Text => useContext(TextContext);
