/** Every API key begins with this, so that scanners for leaked secrets can find one. */
export const API_KEY_MARK = "smk_";
/** "Last used" is written at most this often, so that a request is not a write. */
export const LAST_USED_GRANULARITY_SECONDS = 60;
