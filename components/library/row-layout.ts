/** The columns of header, rows and skeleton. On narrow screens a row is a card instead. */
export const ROW_GRID =
  "md:grid md:grid-cols-[2.25rem_2.5rem_minmax(10rem,1fr)_6.5rem_4.75rem_4.25rem_10rem_4.25rem_6.5rem] md:items-center md:gap-x-3 md:px-4";

export const ROW_PX = 48;
export const CARD_PX = 104;
