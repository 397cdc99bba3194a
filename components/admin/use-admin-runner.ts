"use client";

import { ADMIN_REFUSALS } from "@/components/forms/refusal-text";
import { type ActionRunner, useActionRunner } from "@/components/forms/use-action-runner";

export type AdminRunner = ActionRunner<keyof typeof ADMIN_REFUSALS>;

export const useAdminRunner = (): AdminRunner => useActionRunner(ADMIN_REFUSALS);
