/** Under which terms somebody has a sample. */
export const LICENCES = ["cc0", "cc-by", "cc-by-nc", "all-rights-reserved"] as const;
export type Licence = (typeof LICENCES)[number];

/** Whether its owner wants machines to learn from a sample. */
export const AI_TRAINING = ["allowed", "not_allowed"] as const;
export type AiTraining = (typeof AI_TRAINING)[number];
