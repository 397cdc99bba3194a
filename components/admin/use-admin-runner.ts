"use client";

import { type ActionRunner, useActionRunner } from "@/components/forms/use-action-runner";
import { ADMIN_REFUSALS } from "./refusal-text";

export type AdminRunner = ActionRunner<keyof typeof ADMIN_REFUSALS>;

export const useAdminRunner = (): AdminRunner => useActionRunner(ADMIN_REFUSALS);
