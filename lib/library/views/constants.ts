/** Saved views that a person can have. */
export const VIEWS_MAX = 100;
export const VIEW_NAME_CHARACTERS_MAX = 80;
/** Room for a query of the greatest length, as an address writes it. */
export const VIEW_ADDRESS_CHARACTERS_MAX = 4000;
