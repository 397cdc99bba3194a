/** However busy a session is, it ends this long after sign-in. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
/** A session that nothing uses for this long is over; an open page's event stream is use. */
export const SESSION_IDLE_SECONDS = 30 * 60;
/** "Last seen" is written at most this often, so that reading a page is not a write. */
export const LAST_SEEN_GRANULARITY_SECONDS = 60;
/** How long somebody who gave the right password may look for their second factor. */
export const SECOND_STEP_SECONDS = 5 * 60;
export const VERIFY_TOKEN_SECONDS = 24 * 60 * 60;
export const CHANGE_EMAIL_TOKEN_SECONDS = 24 * 60 * 60;
export const RESET_TOKEN_SECONDS = 60 * 60;
/** The same link is not mailed to the same account again within this time. */
export const TOKEN_PAUSE_SECONDS = 60;
/** Answers that must not tell which account exists come at multiples of this. */
export const EVEN_ANSWER_MS = 500;
export const SIGN_IN_PATH = "/sign-in";
export const HOME_PATH = "/dashboard";
/** All three take their token behind a `#`, which no server, log or referrer gets to see. */
export const VERIFY_PATH = "/verify";
export const RESET_PATH = "/reset";
export const CHANGE_EMAIL_PATH = "/change-email";
/** Set by the proxy, the only one to know the path of a page being rendered. */
export const PATH_HEADER = "x-samplemind-path";
