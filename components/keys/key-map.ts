import { ENGLISH, type Text } from "@/lib/language/text";
import { ACTION_IDS, ACTIONS, type ActionId, SECTIONS } from "./key-actions";

/** Keys that somebody has chosen instead of the usual ones. */
export type KeyChoices = Partial<Record<ActionId, string>>;

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey"> & {
  getModifierState?: (name: "AltGraph") => boolean;
};

/** These close, leave or press something, whatever has the focus. */
const RESERVED = new Set(["Escape", "Tab", "Enter"]);
const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Process"]);

/** The name of a pressed key. Letters are small, and Shift counts only as far as it makes another character. */
export function keyOf(pressed: Pressed): string {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  const name = key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key;
  // Some keyboards write [ ] { } with AltGr, which looks like Ctrl and Alt.
  if (pressed.getModifierState?.("AltGraph")) return name;
  return `${ctrlKey || metaKey ? "Ctrl+" : ""}${altKey ? "Alt+" : ""}${name}`;
}

export const keysOf = (action: ActionId, choices: KeyChoices): readonly string[] => {
  const chosen = choices[action];
  return chosen === undefined ? ACTIONS[action].keys : [chosen];
};

/** What a key may do: first what is for fewer pages. */
export function actionsFor(key: string, choices: KeyChoices): ActionId[] {
  const rank = (action: ActionId) => SECTIONS[ACTIONS[action].section].rank;
  return ACTION_IDS.filter((action) => keysOf(action, choices).includes(key)).sort((a, b) => rank(b) - rank(a));
}

/** The keys of an action on a page with these actions: without those that something more special has there. */
export function shownKeys(action: ActionId, choices: KeyChoices, onPage: ReadonlySet<ActionId>): string[] {
  const rank = (one: ActionId) => SECTIONS[ACTIONS[one].section].rank;
  return keysOf(action, choices).filter(
    (key) => !actionsFor(key, choices).some((other) => onPage.has(other) && rank(other) > rank(action)),
  );
}

export type Choosing = { ok: true; choices: KeyChoices } | { ok: false; reason: string };

/** Another key for an action, unless that cannot be or something else on the same page has it. */
export function withKey(choices: KeyChoices, action: ActionId, pressed: Pressed, t: Text = ENGLISH): Choosing {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey)
    return { ok: false, reason: t("Combinations with Ctrl, Alt or ⌘ belong to the browser. Choose a single key.") };
  if (MODIFIERS.has(pressed.key)) return { ok: false, reason: t("Press a key that stands for itself.") };
  const key = keyOf(pressed);
  if (RESERVED.has(key))
    return {
      ok: false,
      reason: t("{key} closes, leaves or presses something. Choose another key.", { key: keyText(key) }),
    };
  // As usual an arrow is another thing among cards than in the player: that is no conflict.
  const isUsual = (one: ActionId) => ACTIONS[action].keys.includes(key) && choices[one] === undefined;
  const other = actionsFor(key, choices).find((one) => one !== action && meet(one, action) && !isUsual(one));
  if (other) {
    const does = t(ACTIONS[other].does);
    const reason = t("{key} is taken: {does} ({where}).", { key: keyText(key), does, where: whereOf(other, t) });
    return { ok: false, reason };
  }
  const { keys } = ACTIONS[action];
  const { [action]: _, ...rest } = choices;
  return { ok: true, choices: keys.length === 1 && keys[0] === key ? rest : { ...rest, [action]: key } };
}

/** In the middle of a sentence. */
function whereOf(action: ActionId, t: Text): string {
  const title = t(SECTIONS[ACTIONS[action].section].title);
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** Whether two actions can be on the same page. */
function meet(a: ActionId, b: ActionId): boolean {
  const [one, other] = [ACTIONS[a].section, ACTIONS[b].section];
  if (one === other || one === "everywhere" || other === "everywhere") return true;
  return (one === "cards" && other === "library") || (one === "library" && other === "cards");
}

/** What was stored, without what is not known or would take two keys' places. */
export function choicesOf(stored: unknown): KeyChoices {
  let choices: KeyChoices = {};
  if (typeof stored !== "object" || stored === null) return choices;
  for (const action of ACTION_IDS) {
    const key = (stored as Record<string, unknown>)[action];
    if (typeof key !== "string" || ACTIONS[action].isFixed) continue;
    const pressed = { key: key === "Space" ? " " : key, ctrlKey: false, metaKey: false, altKey: false };
    const choosing = withKey(choices, action, pressed);
    if (choosing.ok) choices = choosing.choices;
  }
  return choices;
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "Page ↑",
  PageDown: "Page ↓",
  "-": "−",
};

/** As it is shown: "R", "←", "Ctrl + A". */
export function keyText(key: string): string {
  if (key.startsWith("Ctrl+")) return `Ctrl + ${keyText(key.slice(5))}`;
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
