import { msg } from "@/lib/language/text";
import type { ListOrder } from "@/lib/search/words/schema";

/** What a row can show besides its name, in the order in which they stand unless a person orders them. */
export const COLUMN_IDS = [
  ...(["cover", "wave", "title", "artist", "kind", "tags", "instruments", "bpm", "key"] as const),
  ...(["lufs", "seconds", "addedAt", "folder", "sizeBytes", "licence"] as const),
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export interface ColumnFacts {
  label: string;
  /** Pixels, unless a person changed them. */
  width: number;
  /** The order that a press on its head makes. */
  sort?: ListOrder;
  /** People look for the newest, loudest and longest first. */
  firstDescending?: boolean;
  isNumeric?: boolean;
}

export const COLUMNS: Readonly<Record<ColumnId, ColumnFacts>> = {
  cover: { label: msg("Cover"), width: 52 },
  wave: { label: msg("Waveform"), width: 132 },
  title: { label: msg("Title"), width: 170 },
  artist: { label: msg("[column] Artist"), width: 140 },
  kind: { label: msg("Kind"), width: 80 },
  tags: { label: msg("Tags"), width: 168 },
  instruments: { label: msg("Instruments"), width: 140 },
  bpm: { label: "BPM", width: 66, sort: "bpm", isNumeric: true },
  key: { label: msg("Key"), width: 116, sort: "key" },
  lufs: { label: "LUFS", width: 70, sort: "lufs", firstDescending: true, isNumeric: true },
  seconds: { label: msg("Length"), width: 72, sort: "seconds", firstDescending: true, isNumeric: true },
  addedAt: { label: msg("Added"), width: 108, sort: "addedAt", firstDescending: true, isNumeric: true },
  folder: { label: msg("Folder"), width: 180 },
  sizeBytes: { label: msg("Size"), width: 84, sort: "sizeBytes", firstDescending: true, isNumeric: true },
  licence: { label: msg("Licence"), width: 120 },
};

export const MIN_COLUMN_PX = 48;
export const MAX_COLUMN_PX = 600;
export const NAME_LEAST_PX = 190;
/** The box to select with and the button to play with. */
export const LEAD_PX = 76;
/** The star at the end. */
export const STAR_PX = 40;

/** The columns of somebody who has chosen none: those that the room is enough for, the most useful first. */
const BY_USE: readonly ColumnId[] = ["bpm", "key", "wave", "seconds", "tags", "kind", "lufs", "addedAt"];

export function usualColumns(roomPx: number): ColumnId[] {
  let left = roomPx - LEAD_PX - STAR_PX - NAME_LEAST_PX;
  const taken = new Set<ColumnId>();
  for (const id of BY_USE) {
    if (COLUMNS[id].width > left) break;
    left -= COLUMNS[id].width;
    taken.add(id);
  }
  return COLUMN_IDS.filter((id) => taken.has(id));
}

/** `wave,bpm,key:140`: the columns shown, in order, each with its width if it is not the usual one. */
export function columnsText(shown: readonly ColumnId[], widths: Partial<Record<ColumnId, number>>): string {
  return shown.map((id) => (widths[id] ? `${id}:${Math.round(widths[id])}` : id)).join(",");
}

export interface ChosenColumns {
  shown: ColumnId[];
  widths: Partial<Record<ColumnId, number>>;
}

/** Reads what `columnsText` wrote. Columns that there are not are left out; null if there is nothing. */
export function readColumns(text: string | null): ChosenColumns | null {
  if (text === null || text === "") return null;
  const shown: ColumnId[] = [];
  const widths: ChosenColumns["widths"] = {};
  for (const part of text.split(",")) {
    const [name, size] = part.split(":");
    const id = COLUMN_IDS.find((known) => known === name);
    if (!id || shown.includes(id)) continue;
    shown.push(id);
    const px = Number(size);
    if (px >= MIN_COLUMN_PX && px <= MAX_COLUMN_PX) widths[id] = px;
  }
  return { shown, widths };
}

/** The columns with one of them moved by so many places. */
export function movedColumn(shown: readonly ColumnId[], id: ColumnId, by: number): ColumnId[] {
  const at = shown.indexOf(id);
  if (at < 0) return [...shown];
  const rest = shown.filter((other) => other !== id);
  const to = Math.max(0, Math.min(rest.length, at + by));
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
