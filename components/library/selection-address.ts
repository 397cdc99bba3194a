import { EVERYTHING, NOTHING, type Selected } from "./selection";

/** So many are named in the address. */
const NAMED_MOST = 50;
/** Stands in the address for a selection that only this tab knows. */
export const IN_TAB = "tab";
const ALL = "all";
const ID_BYTES = 16;
const TEXT = /^(?:all|tab|(?:all\.)?[\w-]{22,1100})$/;

/**
 * A selection as the address has it: the ids one after the other, 16 bytes each, in base64url; `all` for everything,
 * with what is excepted behind it; `tab` if there is too much to name. Null for none.
 */
export function selectionText(selected: Selected): string | null {
  const named = [...(selected.all ? selected.except : selected.ids)];
  if (named.length > NAMED_MOST) return IN_TAB;
  if (named.length === 0) return selected.all ? ALL : null;
  return `${selected.all ? `${ALL}.` : ""}${encoded(named)}`;
}

/** What can be read of it and only that: else null, as if nothing were there. */
export const plainSelectionText = (text: string | null): string | null => {
  if (text === null || !TEXT.test(text)) return null;
  return text === IN_TAB ? text : selectionText(namedIn(text));
};

/** The selection that an address names. */
export function namedIn(text: string): Selected {
  if (text === ALL) return EVERYTHING;
  const isAll = text.startsWith(`${ALL}.`);
  const ids = new Set(decoded(isAll ? text.slice(ALL.length + 1) : text));
  if (ids.size === 0) return NOTHING;
  return isAll ? { all: true, except: ids } : { all: false, ids };
}

function encoded(ids: readonly string[]): string {
  const hex = ids.map((id) => id.replaceAll("-", "")).join("");
  const bytes = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return btoa(bytes.join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function decoded(text: string): string[] {
  let bytes: string;
  try {
    bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return [];
  }
  const hex = [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  const whole = bytes.length % ID_BYTES === 0 && bytes.length <= NAMED_MOST * ID_BYTES;
  const ids = whole ? (hex.match(new RegExp(`.{${2 * ID_BYTES}}`, "g")) ?? []) : [];
  return ids.map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
}
