/** Artists on the page of those whom a person follows. */
export const FOLLOWED_ROWS = 200;
/** Followers that one transaction tells of something new. */
export const TOLD_AT_ONCE = 500;
