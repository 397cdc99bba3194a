/** Elements that need all keys for themselves. A slider only needs those that no shortcut has. */
const TYPING =
  "input:not([type='range']), textarea, select, [contenteditable=''], [contenteditable='true'], [role='textbox']";
const PRESSABLE = "button, a[href], summary, [role='button'], [role='checkbox'], [role='menuitem'], [role='option']";

/** Whether a key press may act on the page: not while typing or in a menu, nor Space and Enter on a button or link. */
export function isForPage(event: Pick<KeyboardEvent, "key" | "target" | "ctrlKey" | "metaKey" | "altKey">): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target;
  if (!(target instanceof Element)) return true;
  if (target.closest(TYPING) || target.closest("[role='dialog'], [role='menu'], [role='listbox']")) return false;
  return !((event.key === " " || event.key === "Enter") && target.closest(PRESSABLE));
}

export type PlayerAction = "toggle" | "back" | "forward";
export type VolumeAction = "mute" | "louder" | "quieter";

const VOLUME_KEYS: Readonly<Record<string, VolumeAction>> = {
  m: "mute",
  M: "mute",
  "+": "louder",
  // The key of + without Shift on many keyboards.
  "=": "louder",
  "-": "quieter",
};

export const volumeActionOf = (key: string): VolumeAction | null => VOLUME_KEYS[key] ?? null;

export type RateAction = "faster" | "slower" | "pitch";

const RATE_KEYS: Readonly<Record<string, RateAction>> = { ".": "faster", ",": "slower", y: "pitch", Y: "pitch" };

export const rateActionOf = (key: string): RateAction | null => RATE_KEYS[key] ?? null;

export function playerActionOf(key: string): PlayerAction | null {
  switch (key) {
    case " ":
      return "toggle";
    case "j":
    case "J":
      return "back";
    case "l":
    case "L":
      return "forward";
    default:
      return null;
  }
}
