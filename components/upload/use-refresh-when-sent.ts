"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** Refreshes the page when a batch has ended, so that it shows the quota that is left. */
export function useRefreshWhenSent(remaining: number): void {
  const router = useRouter();
  const wasSending = useRef(false);
  useEffect(() => {
    if (remaining > 0) wasSending.current = true;
    else if (wasSending.current) {
      wasSending.current = false;
      router.refresh();
    }
  }, [remaining, router]);
}
