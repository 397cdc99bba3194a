/** Every API key starts with this, so that secret scanners can recognise leaked ones. */
export const API_KEY_MARK = "smk_";
/** "Last used" is updated at most this often, so that not every request causes a write. */
export const LAST_USED_GRANULARITY_SECONDS = 60;
