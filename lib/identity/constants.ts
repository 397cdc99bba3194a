/** A session ends this long after sign-in, however much it is used. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
/** A session that is unused for this long ends. An open page's event stream counts as use. */
export const SESSION_IDLE_SECONDS = 30 * 60;
/** "Last seen" is updated at most this often, so that not every page view causes a write. */
export const LAST_SEEN_GRANULARITY_SECONDS = 60;
export const SIGN_IN_PATH = "/sign-in";
export const HOME_PATH = "/dashboard";
/** Set by the proxy. Nothing else knows the path of the page being rendered. */
export const PATH_HEADER = "x-samplemind-path";
