import { msg } from "@/lib/language/text";
import { AI_TRAINING, LICENCES } from "@/lib/music/rights";
import { readDate } from "./dates";
import type { FacetName, NumberName, NumberRange } from "./filter";
import { readKey } from "./keys";
import { readChoice, readFolder, readLabel, STATES, TYPES } from "./labels";
import { readLength, readLoudness, readTempo } from "./numbers";

/** How one value of a filter is to be read. */
export interface ReadOptions {
  /** With a tilde before the filter's name. */
  isNear: boolean;
  now: Date;
}

interface FilterKindBase {
  /** As it is typed, without the colon. */
  name: string;
  /** Other names that people know it by. */
  aliases: readonly string[];
  /** What it filters by, for suggestions: a marked text. */
  label: string;
  example: string;
  /** Said when a value cannot be read: a marked text. */
  expects: string;
  /** Whether a tilde before it means something. */
  canBeNear: boolean;
  /** The values there are, if it takes no others; or some to suggest. */
  values: readonly string[];
}

/** A filter of the grammar. `read` turns one value into what it stands for, or into null. */
export type FilterKind = FilterKindBase &
  (
    | { facet: FacetName; read: (text: string, options: ReadOptions) => string[] | null }
    | { number: NumberName; read: (text: string, options: ReadOptions) => NumberRange[] | null }
  );

/** Every filter there is. A new one is an entry here. */
export const FILTER_KINDS: readonly FilterKind[] = [
  {
    name: "bpm",
    aliases: ["tempo"],
    label: msg("Tempo"),
    example: "bpm:118-124",
    expects: msg("A tempo is a number of beats a minute, such as bpm:120 or bpm:118-124."),
    canBeNear: true,
    values: [],
    number: "bpm",
    read: (text, { isNear }) => readTempo(text, isNear),
  },
  {
    name: "key",
    aliases: [],
    label: msg("Key"),
    example: "key:Am",
    expects: msg('A key is a note with its mode or a place on a wheel, such as key:Am, key:"F# minor" or key:8A.'),
    canBeNear: true,
    values: [],
    facet: "key",
    read: (text, { isNear }) => readKey(text, isNear),
  },
  {
    name: "type",
    aliases: ["kind"],
    label: msg("Type of sound"),
    example: "type:loop",
    expects: msg("A type is loop, one-shot or track."),
    canBeNear: false,
    values: TYPES,
    facet: "type",
    read: (text) => readChoice(text, TYPES),
  },
  {
    name: "tag",
    aliases: ["tags"],
    label: msg("Tag"),
    example: "tag:kick",
    expects: msg('A tag is a word or words in quotation marks, such as tag:kick or tag:"deep house".'),
    canBeNear: false,
    values: [],
    facet: "tag",
    read: readLabel,
  },
  {
    name: "instrument",
    aliases: ["instruments"],
    label: msg("Instrument"),
    example: "instrument:piano",
    expects: msg("An instrument is a word or words in quotation marks, such as instrument:piano."),
    canBeNear: false,
    values: [],
    facet: "instrument",
    read: readLabel,
  },
  {
    name: "genre",
    aliases: ["genres", "style"],
    label: msg("Genre"),
    example: "genre:house",
    expects: msg("A genre is a word or words in quotation marks, such as genre:house."),
    canBeNear: false,
    values: [],
    facet: "genre",
    read: readLabel,
  },
  {
    name: "mood",
    aliases: ["moods"],
    label: msg("Mood"),
    example: "mood:dark",
    expects: msg("A mood is a word or words in quotation marks, such as mood:dark."),
    canBeNear: false,
    values: [],
    facet: "mood",
    read: readLabel,
  },
  {
    name: "len",
    aliases: ["length", "duration"],
    label: msg("Length"),
    example: "len:<2",
    expects: msg("A length is in seconds or has a unit, such as len:<2, len:500ms or len:1:30."),
    canBeNear: false,
    values: [],
    number: "seconds",
    read: readLength,
  },
  {
    name: "lufs",
    aliases: ["loudness"],
    label: msg("Loudness"),
    example: "lufs:-14..-8",
    expects: msg("A loudness is a number of LUFS, such as lufs:>-10 or lufs:-14..-8."),
    canBeNear: false,
    values: [],
    number: "lufs",
    read: readLoudness,
  },
  {
    name: "is",
    aliases: [],
    label: msg("State"),
    example: "is:favourite",
    expects: msg("A sample can be corrected, unsure, favourite, duplicate or failed, such as is:favourite."),
    canBeNear: false,
    values: STATES,
    facet: "is",
    read: (text) => readChoice(text, STATES),
  },
  {
    name: "in",
    aliases: ["folder"],
    label: msg("Folder"),
    example: "in:drums/kicks",
    expects: msg('A folder is its path, such as in:drums/kicks or in:"my kicks".'),
    canBeNear: false,
    values: [],
    facet: "in",
    read: readFolder,
  },
  {
    name: "licence",
    aliases: ["license"],
    label: msg("Licence"),
    example: "licence:cc-by",
    expects: msg("A licence is cc0, cc-by, cc-by-nc or all-rights-reserved, such as licence:cc-by."),
    canBeNear: false,
    values: LICENCES,
    facet: "licence",
    read: (text) => readChoice(text, LICENCES),
  },
  {
    name: "ai",
    aliases: [],
    label: msg("AI training"),
    example: "ai:not_allowed",
    expects: msg("AI training is allowed or not_allowed, such as ai:not_allowed."),
    canBeNear: false,
    values: AI_TRAINING,
    facet: "ai",
    read: (text) => readChoice(text, AI_TRAINING),
  },
  {
    name: "added",
    aliases: [],
    label: msg("Added"),
    example: "added:7d",
    expects: msg("A date is a day, a month or an age, such as added:today, added:2026-11 or added:7d."),
    canBeNear: false,
    values: ["today", "yesterday", "7d", "30d"],
    number: "addedAt",
    read: (text, { now }) => readDate(text, now),
  },
];

/** The filter with this name or alias, in whatever case. */
export function filterKindOf(name: string): FilterKind | null {
  const wanted = name.toLowerCase();
  return FILTER_KINDS.find((kind) => kind.name === wanted || kind.aliases.includes(wanted)) ?? null;
}
