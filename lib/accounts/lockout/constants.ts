export interface LockoutRule {
  /** So many failures have no wait after them. */
  freeFailures: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}

/** One address may serve a whole school; one account belongs to one person. */
export const ACCOUNT_RULE: LockoutRule = { freeFailures: 5, firstWaitSeconds: 30, longestWaitSeconds: 15 * 60 };
export const ADDRESS_RULE: LockoutRule = { freeFailures: 50, firstWaitSeconds: 30, longestWaitSeconds: 60 * 60 };

/** All failures are forgotten after a day without a new one. */
export const FORGOTTEN_AFTER_SECONDS = 24 * 60 * 60;
