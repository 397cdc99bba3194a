/** However busy a session is, it ends this long after sign-in. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
/** A session that nothing uses for this long is over; an open page's event stream is use. */
export const SESSION_IDLE_SECONDS = 30 * 60;
/** "Last seen" is written at most this often, so that reading a page is not a write. */
export const LAST_SEEN_GRANULARITY_SECONDS = 60;
export const SIGN_IN_PATH = "/sign-in";
export const HOME_PATH = "/dashboard";
/** Set by the proxy, the only one to know the path of a page being rendered. */
export const PATH_HEADER = "x-samplemind-path";
