export interface LockoutRule {
  /** Failures that cost nothing but the attempt. */
  freeFailures: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}

/** Behind one address may be a school; behind one account is one person. */
export const ACCOUNT_RULE: LockoutRule = { freeFailures: 5, firstWaitSeconds: 30, longestWaitSeconds: 15 * 60 };
export const ADDRESS_RULE: LockoutRule = { freeFailures: 50, firstWaitSeconds: 30, longestWaitSeconds: 60 * 60 };

/** A day without a failure, and all of them are forgotten. */
export const FORGOTTEN_AFTER_SECONDS = 24 * 60 * 60;
