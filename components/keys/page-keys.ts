/** Elements that need all keys for themselves. A slider only needs those that move it. */
const TYPING =
  "input:not([type='range'], [type='checkbox'], [type='radio']), textarea, select, [contenteditable=''], [contenteditable='true'], [role='textbox']";
const OVER_THE_PAGE = "[role='dialog'], [role='menu'], [role='listbox']";
const PRESSABLE =
  "button, input:not([type='range']), a[href], summary, [role='button'], [role='checkbox'], [role='menuitem'], [role='option']";
/** Controls that arrows, Home and End move in. */
const MOVED =
  "input[type='range'], input[type='radio'], [role='slider'], [role='tab'], [role='radio'], [role='separator'], [role='treeitem']";
const MOVING = /^(Arrow|Page|Home$|End$)/;

type Pressed = Pick<KeyboardEvent, "key" | "target">;

/** Whether a key press may act on the page: not while typing or in a menu, nor where a control needs the key itself. */
export function isForPage({ key, target }: Pressed): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest(TYPING) || target.closest(OVER_THE_PAGE)) return false;
  if (MOVING.test(key) && target.closest(MOVED)) return false;
  return !((key === " " || key === "Enter") && target.closest(PRESSABLE));
}
