/**
 * The columns of header, rows and skeleton. On narrow screens a row is a card instead; wider ones have room for more
 * columns: name, tempo and key, then kind, length and loudness, then tags and age.
 */
export const ROW_GRID = [
  "md:grid md:items-center md:gap-x-3 md:px-4",
  "md:grid-cols-[2.25rem_2.5rem_minmax(8rem,1fr)_4.25rem_8rem]",
  "lg:grid-cols-[2.25rem_2.5rem_minmax(8rem,1fr)_4.75rem_4.75rem_4.25rem_8.5rem_4.25rem]",
  "xl:grid-cols-[2.25rem_2.5rem_minmax(10rem,1.5fr)_4.75rem_minmax(7rem,1fr)_4.75rem_4.25rem_9rem_4.25rem_6rem]",
].join(" ");

/** For cells of columns that only wide screens have. They are no part of a card. */
export const FROM_LG = "hidden lg:block";
export const FROM_XL = "hidden xl:block";

export const ROW_PX = 48;
export const CARD_PX = 104;
