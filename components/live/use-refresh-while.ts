"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

/**
 * Reloads the page's data every `everyMs` while `isActive` and the tab is visible, and at once when the tab becomes
 * visible again. Typed text and open dialogs stay. Never sends a second request while one is running.
 */
export function useRefreshWhile(isActive: boolean, everyMs: number): void {
  const router = useRouter();
  const [isAsking, startTransition] = useTransition();
  const asking = useRef(false);
  useEffect(() => {
    asking.current = isAsking;
  });
  useEffect(() => {
    if (!isActive) return;
    const ask = () => {
      if (document.visibilityState === "visible" && !asking.current) startTransition(() => router.refresh());
    };
    const timer = setInterval(ask, everyMs);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [isActive, everyMs, router]);
}
