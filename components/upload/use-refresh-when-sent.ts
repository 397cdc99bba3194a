"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** Once a batch has ended the server says anew what is left of the quota. */
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
