"use client";

import { type ReactNode, use, useMemo } from "react";
import type { Language } from "@/lib/language/constants";
import { type Dictionary, ENGLISH, textIn } from "@/lib/language/text";
import { TextContext, useText } from "./use-text.client";

/** What strangers see needs fewer words than the whole application. */
export type Extent = "public" | "studio";

/** English is the source: whoever reads it loads no dictionary. */
const LOADERS: Readonly<Record<Exclude<Language, "en">, Readonly<Record<Extent, () => Promise<Dictionary>>>>> = {
  de: {
    public: () => import("@/lib/language/german/public").then((module) => module.GERMAN_PUBLIC),
    studio: () => import("@/lib/language/german/studio").then((module) => module.GERMAN),
  },
};

const loading = new Map<string, Promise<Dictionary>>();

function load(language: Exclude<Language, "en">, extent: Extent): Promise<Dictionary> {
  const key = `${language} ${extent}`;
  const promise = loading.get(key) ?? LOADERS[language][extent]();
  loading.set(key, promise);
  return promise;
}

interface TextProviderProps {
  language: Language;
  extent: Extent;
  children: ReactNode;
}

/** The language of everything below that is drawn in the browser. Until its words are there, the server's page stands. */
export function TextProvider({ language, extent, children }: TextProviderProps) {
  const dictionary = language === "en" ? null : use(load(language, extent));
  const text = useMemo(
    () => (language === "en" || !dictionary ? ENGLISH : textIn(language, dictionary)),
    [language, dictionary],
  );
  return <TextContext value={text}>{children}</TextContext>;
}

/** Where people work, more is said than on the pages around it. */
export function StudioTexts({ children }: { children: ReactNode }) {
  const { language } = useText();
  return (
    <TextProvider language={language} extent="studio">
      {children}
    </TextProvider>
  );
}
