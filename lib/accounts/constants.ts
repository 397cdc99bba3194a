/** How long somebody who gave the right password may look for their second factor. */
export const SECOND_STEP_SECONDS = 5 * 60;
export const VERIFY_TOKEN_SECONDS = 24 * 60 * 60;
export const CHANGE_EMAIL_TOKEN_SECONDS = 24 * 60 * 60;
export const RESET_TOKEN_SECONDS = 60 * 60;
/** The same link is not mailed to the same account again within this time. */
export const TOKEN_PAUSE_SECONDS = 60;
/** Answers that must not tell which account exists come at multiples of this. */
export const EVEN_ANSWER_MS = 500;
/** All three take their token behind a `#`, which no server, log or referrer gets to see. */
export const VERIFY_PATH = "/verify";
export const RESET_PATH = "/reset";
export const CHANGE_EMAIL_PATH = "/change-email";
