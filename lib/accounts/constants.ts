export const PASSWORD_MIN_LENGTH = 10;
/** Marks an error of next-auth's client that asks for the second step. The ticket follows. */
export const SECOND_STEP_PREFIX = "SecondStep ";
/** How long a person has for the second step after giving the right password. */
export const SECOND_STEP_SECONDS = 5 * 60;
export const VERIFY_TOKEN_SECONDS = 24 * 60 * 60;
export const CHANGE_EMAIL_TOKEN_SECONDS = 24 * 60 * 60;
export const RESET_TOKEN_SECONDS = 60 * 60;
/** An account gets the same kind of link at most once in this time. */
export const TOKEN_PAUSE_SECONDS = 60;
/** Answers that must not reveal which accounts exist are sent at multiples of this. */
export const EVEN_ANSWER_MS = 500;
/** All four pages take their token after a `#`, so no server, log or referrer sees it. */
export const REGISTER_PATH = "/register";
export const VERIFY_PATH = "/verify";
export const RESET_PATH = "/reset";
export const CHANGE_EMAIL_PATH = "/change-email";
