import { msg } from "@/lib/language/text";
import type { KeyTie } from "./key-fit";

interface KeyName {
  key: string;
  camelot: string;
}

/** How the keys of two sounds lie to each other. Marked texts, whose places a page in another language finds again. */
export const TIES: Readonly<Record<KeyTie, (name: KeyName) => string>> = {
  same: ({ key, camelot }) => msg`Same key: ${key} (${camelot})`,
  relative: ({ key, camelot }) => msg`Relative key: ${key} (${camelot})`,
  neighbour: ({ key, camelot }) => msg`Neighbouring key: ${key} (${camelot})`,
};

export const MOVED_UP: Readonly<Record<KeyTie, (name: KeyName, semitones: number) => string>> = {
  same: ({ key, camelot }, semitones) =>
    semitones === 1
      ? msg`Same key: ${key} (${camelot}), moved up by 1 semitone`
      : msg`Same key: ${key} (${camelot}), moved up by ${semitones} semitones`,
  relative: ({ key, camelot }, semitones) =>
    semitones === 1
      ? msg`Relative key: ${key} (${camelot}), moved up by 1 semitone`
      : msg`Relative key: ${key} (${camelot}), moved up by ${semitones} semitones`,
  neighbour: ({ key, camelot }, semitones) =>
    semitones === 1
      ? msg`Neighbouring key: ${key} (${camelot}), moved up by 1 semitone`
      : msg`Neighbouring key: ${key} (${camelot}), moved up by ${semitones} semitones`,
};

export const MOVED_DOWN: Readonly<Record<KeyTie, (name: KeyName, semitones: number) => string>> = {
  same: ({ key, camelot }, semitones) =>
    semitones === 1
      ? msg`Same key: ${key} (${camelot}), moved down by 1 semitone`
      : msg`Same key: ${key} (${camelot}), moved down by ${semitones} semitones`,
  relative: ({ key, camelot }, semitones) =>
    semitones === 1
      ? msg`Relative key: ${key} (${camelot}), moved down by 1 semitone`
      : msg`Relative key: ${key} (${camelot}), moved down by ${semitones} semitones`,
  neighbour: ({ key, camelot }, semitones) =>
    semitones === 1
      ? msg`Neighbouring key: ${key} (${camelot}), moved down by 1 semitone`
      : msg`Neighbouring key: ${key} (${camelot}), moved down by ${semitones} semitones`,
};
