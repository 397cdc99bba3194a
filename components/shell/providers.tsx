"use client";

import type { ReactNode } from "react";
import { ChoicesProvider } from "@/components/choices/choices-provider";
import { TextProvider } from "@/components/language/text-provider";
import { SiteProvider } from "@/components/site/site-provider";
import { Toaster } from "@/components/ui/toast";
import { TooltipLayer } from "@/components/ui/tooltip";
import type { Choices } from "@/lib/choices/constants";
import type { Language } from "@/lib/language/constants";
import type { Site } from "@/lib/site/schema";
import { ServiceWorker } from "./service-worker";

interface ProvidersProps {
  language: Language;
  choices: Choices;
  isKept: boolean;
  site: Site;
  children: ReactNode;
}

/** What every page needs: what is chosen, what server it is on, tooltips, toasts and what keeps it open without a network. */
export function Providers({ language, choices, isKept, site, children }: ProvidersProps) {
  return (
    <TextProvider language={language} extent="public">
      <ChoicesProvider choices={choices} isKept={isKept}>
        <SiteProvider site={site}>{children}</SiteProvider>
        <TooltipLayer />
        <Toaster />
        <ServiceWorker />
      </ChoicesProvider>
    </TextProvider>
  );
}
