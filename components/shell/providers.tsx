"use client";

import type { ReactNode } from "react";
import { ChoicesProvider } from "@/components/choices/choices-provider";
import { SiteProvider } from "@/components/site/site-provider";
import { Toaster } from "@/components/ui/toast";
import { TooltipLayer } from "@/components/ui/tooltip";
import type { Choices } from "@/lib/choices/constants";
import type { Site } from "@/lib/site/schema";
import { ServiceWorker } from "./service-worker";

interface ProvidersProps {
  choices: Choices;
  isKept: boolean;
  site: Site;
  children: ReactNode;
}

/** What every page needs: what is chosen, what server it is on, tooltips, toasts and what keeps it open without a network. */
export function Providers({ choices, isKept, site, children }: ProvidersProps) {
  return (
    <ChoicesProvider choices={choices} isKept={isKept}>
      <SiteProvider site={site}>{children}</SiteProvider>
      <TooltipLayer />
      <Toaster />
      <ServiceWorker />
    </ChoicesProvider>
  );
}
