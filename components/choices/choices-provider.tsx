"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useText } from "#text";
import { type Choices, DEFAULT_CHOICES } from "@/lib/choices/constants";
import { keepInBrowser, showInDocument } from "./document-choices";

interface ChoicesControl {
  choices: Choices;
  choose: (part: Partial<Choices>) => void;
}

const ChoicesContext = createContext<ChoicesControl>({ choices: DEFAULT_CHOICES, choose: () => {} });

interface ChoicesProviderProps {
  /** As the server drew the page. */
  choices: Choices;
  /** Whether they are kept for the person, too; a visitor has the browser only. */
  isKept: boolean;
  children: ReactNode;
}

/** What is chosen, for everything on the page. A choice holds at once; what the server drew comes anew behind it. */
export function ChoicesProvider({ choices: given, isKept, children }: ChoicesProviderProps) {
  const [choices, setChoices] = useState(given);
  const router = useRouter();
  const t = useText();
  // A browser that is new to the person has no cookie yet.
  useEffect(() => {
    if (isKept) keepInBrowser(given);
  }, [given, isKept]);
  const choose = useCallback(
    (part: Partial<Choices>) => {
      const next = { ...choices, ...part };
      setChoices(next);
      showInDocument(next);
      keepInBrowser(next);
      const kept = isKept
        ? import("./keep-for-person").then(({ keepForPerson }) => keepForPerson(part, t))
        : Promise.resolve();
      // Some of what the server drew has keys in its sentences.
      if (part.notation) void kept.then(() => router.refresh());
      // Every word of the page changes, and the language of the document.
      if (part.language) void kept.then(() => window.location.reload());
    },
    [choices, isKept, router, t],
  );
  const control = useMemo(() => ({ choices, choose }), [choices, choose]);
  return <ChoicesContext value={control}>{children}</ChoicesContext>;
}

export const useChoices = (): ChoicesControl => useContext(ChoicesContext);
