"use client";

import type { ReactNode } from "react";
import { ChoicesProvider } from "@/components/choices/choices-provider";
import { Toaster } from "@/components/ui/toast";
import { TooltipLayer } from "@/components/ui/tooltip";
import type { Choices } from "@/lib/choices/constants";

interface ProvidersProps {
  choices: Choices;
  isKept: boolean;
  children: ReactNode;
}

/** What every page needs: what is chosen, tooltips and toasts. */
export function Providers({ choices, isKept, children }: ProvidersProps) {
  return (
    <ChoicesProvider choices={choices} isKept={isKept}>
      {children}
      <TooltipLayer />
      <Toaster />
    </ChoicesProvider>
  );
}
