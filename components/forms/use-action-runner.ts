"use client";

import { useState } from "react";
import { useText } from "#text";
import { toast } from "@/components/ui/toast";
import type { ActionAnswer } from "./action-answer";
import { errorText } from "./error-text";
import type { RefusalTexts } from "./refusal-text";

export interface ActionRunner<Reason extends string> {
  /** The name of the action that is running: only one at a time. */
  pending: string | null;
  /** Runs an action, shows the outcome in a toast, and returns its value, or null if nothing was done. */
  run: <T>(
    name: string,
    call: () => Promise<ActionAnswer<T, Reason>>,
    done: string | null | ((value: T) => string),
  ) => Promise<T | null>;
}

/** For actions behind a button. `texts` has what a person reads if one is refused. */
export function useActionRunner<Reason extends string>(texts: RefusalTexts<Reason>): ActionRunner<Reason> {
  const t = useText();
  const [pending, setPending] = useState<string | null>(null);
  const run: ActionRunner<Reason>["run"] = async (name, call, done) => {
    setPending(name);
    const answer = await call().catch(() => undefined);
    setPending(null);
    const result = answer?.data;
    if (!result?.ok) {
      toast.error(t(result ? texts[result.reason] : errorText(answer?.serverError?.code)));
      return null;
    }
    const { value } = result;
    if (done !== null) toast.success(typeof done === "string" ? done : done(value));
    return value;
  };
  return { pending, run };
}
