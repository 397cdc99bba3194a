/** How long an invitation may be made to work. */
export const INVITATION_DAYS = [1, 7, 30] as const;
export const DEFAULT_INVITATION_DAYS = 7;
