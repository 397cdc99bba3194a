"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toast";
import { TooltipLayer } from "@/components/ui/tooltip";
import { ServiceWorker } from "./service-worker";

/** What every page needs: the theme, tooltips, toasts and what keeps it open without a network. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="dark" enableSystem disableTransitionOnChange nonce={nonce}>
      {children}
      <TooltipLayer />
      <Toaster />
      <ServiceWorker />
    </ThemeProvider>
  );
}
