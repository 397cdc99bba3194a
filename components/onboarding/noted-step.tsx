"use client";

import { useEffect } from "react";
import { noteStepAction } from "@/lib/onboarding/actions";
import type { NotedStep } from "@/lib/onboarding/constants";

/** On a page that is a step of the first hour: says that it was really opened, and not only fetched ahead. */
export function NotedStepMark({ step, sampleId }: { step: NotedStep; sampleId?: string }) {
  useEffect(() => {
    // If the server is away, the next visit says it.
    noteStepAction(sampleId ? { step, sampleId } : { step }).catch(() => {});
  }, [step, sampleId]);
  return null;
}
