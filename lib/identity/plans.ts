import { env } from "@/lib/env";

/**
 * Whether this server has plans: roles from free to enterprise with their own permissions and quotas. Without plans,
 * everybody may do everything but administer, without limit.
 */
export const plansAreOn = (): boolean => env.PLANS === "on";
