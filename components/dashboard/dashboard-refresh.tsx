"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { useDashboardEvents } from "@/components/live/live-events-provider";

/** A batch of thirty files causes about a hundred changes. The page reloads its data at most this often. */
const QUIET_MS = 700;

/** Reloads the page's data when something has changed. Draws nothing. */
export function DashboardRefresh() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const refreshSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      router.refresh();
    }, QUIET_MS);
  }, [router]);

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  useDashboardEvents(refreshSoon);
  return null;
}
