"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

/**
 * Asks for the page again every `everyMs` while `isActive` and somebody can see it, and at once when they come back.
 * What is typed or open on the page stays. A server that takes its time is not asked twice at once.
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
