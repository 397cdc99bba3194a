"use client";

import { useSyncExternalStore } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import { type UploadSession, uploadSession } from "./upload-session";
import { type UploadSnapshot, UploadStore } from "./upload-store";

const nothing = new UploadStore();

/** Null on the server and during hydration. */
export function useUploadSession(): UploadSession | null {
  return useHydrated() ? uploadSession() : null;
}

export function useUploadSnapshot(): UploadSnapshot {
  const store = useUploadSession()?.store ?? nothing;
  return useSyncExternalStore(store.subscribe, store.snapshot, store.emptySnapshot);
}
