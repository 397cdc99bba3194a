"use client";

import { useEffect } from "react";

/** Starts the service worker once the page is there. Players in other sites' pages have none. */
export function ServiceWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator) || window.top !== window) return;
    const start = () => {
      // Without it everything works as long as there is a network.
      navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" }).catch(() => {});
    };
    if (document.readyState === "complete") return start();
    window.addEventListener("load", start, { once: true });
    return () => window.removeEventListener("load", start);
  }, []);
  return null;
}
