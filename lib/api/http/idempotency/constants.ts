/** After this long the same key may be used for something else. */
export const ANSWERS_KEPT_SECONDS = 24 * 60 * 60;
/** No operation takes this long. A request without an answer by then has died with its process. */
export const WORK_SECONDS = 60;
