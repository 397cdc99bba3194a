"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { toast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";

type Answer = { ok: true } | { ok: false; problem: { code: string; title?: string; detail?: string } | null };

/** What the API says itself, in full sentences, or what a person is told about any failure. */
function refusalOf(problem: Extract<Answer, { ok: false }>["problem"]): string {
  if (!problem) return errorText();
  return problem.detail ?? problem.title ?? errorText(problem.code as ErrorCode);
}

/** Calls the API for a button, says what went wrong, and shows the page as it is then. */
export function useImportCall() {
  const t = useText();
  const router = useRouter();
  const [pending, setPending] = useState<string | null>(null);
  const run = async <Given extends Answer>(name: string, call: () => Promise<Given>): Promise<Given | null> => {
    setPending(name);
    const answer = await call().catch(() => null);
    setPending(null);
    if (!answer?.ok) toast.error(t(refusalOf(answer?.problem ?? null)));
    router.refresh();
    return answer;
  };
  return { pending, run };
}
