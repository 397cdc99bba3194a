import type { Words } from "@/components/visualizer/engine/words";

/** The words as they are in the source: notes for translators are left out, and places are filled. */
export const ENGLISH: Words = Object.assign(
  (english: string, values: Readonly<Record<string, string | number>> = {}) =>
    english.replace(/^\[[a-z ]+\] /, "").replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place)),
  { language: "en" },
);
