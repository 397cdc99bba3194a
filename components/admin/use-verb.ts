"use client";

import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Result } from "@/lib/errors";
import { adminRefusalText } from "./refusal-text";

interface Answer<T> {
  data?: Result<T, string> | undefined;
  serverError?: { code: string } | undefined;
}

export interface Verb {
  /** The name of what is under way; one thing at a time. */
  pending: string | null;
  /** Does it, says how it went, and gives what came of it; null where nothing was done. */
  run: <T>(name: string, call: () => Promise<Answer<T>>, done: string | ((value: T) => string)) => Promise<T | null>;
}

export function useVerb(): Verb {
  const [pending, setPending] = useState<string | null>(null);
  const run: Verb["run"] = async (name, call, done) => {
    setPending(name);
    const answer = await call().catch(() => undefined);
    setPending(null);
    const result = answer?.data;
    if (!result?.ok) {
      toast.error(adminRefusalText(result ? result.reason : answer?.serverError?.code));
      return null;
    }
    const { value } = result;
    toast.success(typeof done === "string" ? done : done(value));
    return value;
  };
  return { pending, run };
}
