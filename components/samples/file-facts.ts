import type { FileTagNote, FileTags } from "@/lib/analysis/file-tags/schema";
import { formatBrief } from "./measured-format";

/** A line of what the file says that nothing is measured beside. */
export interface FileFact {
  name: string;
  value: string;
}

const MOST_POINTS = 8;

const NOTE_SENTENCES: Record<FileTagNote, string> = {
  shortened: "Very long texts and lists are shortened.",
  encoding_mended: "Some text was written in a wrong encoding and has been mended.",
  damaged_tags: "Some of the file’s tags are damaged and left out.",
  cover_left_out: "The file has a cover that cannot be shown.",
};

/** In the order in which people look for them. What the file does not say is left out. */
export function fileFactsOf(tags: FileTags): FileFact[] {
  const { title, artist, album, albumArtist, track, disc, year, genres, keywords, beats, rating } = tags;
  const facts: [name: string, value: string | null][] = [
    ["Title", title],
    ["Artist", artist],
    ["Album", album],
    ["Album artist", albumArtist === artist ? null : albumArtist],
    ["Track", track === null ? null : disc === null ? String(track) : `${track} on disc ${disc}`],
    ["Year", year === null ? null : String(year)],
    [genres.length === 1 ? "Genre" : "Genres", genres.join(", ") || null],
    ["Keywords", keywords.join(", ") || null],
    ["Beats", beats === null ? null : String(beats)],
    ["Rating", rating === null ? null : `${Math.round(rating * 100)} of 100`],
    [tags.loops.length === 1 ? "Loop" : "Loops", listed(tags.loops.map(loopText))],
    [tags.cues.length === 1 ? "Cue point" : "Cue points", listed(tags.cues.map(cueText))],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

export function fileNotesOf({ notes }: FileTags): string[] {
  return notes.map((note) => NOTE_SENTENCES[note]);
}

const loopText = ({ startSeconds, endSeconds }: FileTags["loops"][number]) =>
  `${formatBrief(startSeconds)} to ${formatBrief(endSeconds)}`;

const cueText = ({ seconds, label }: FileTags["cues"][number]) =>
  label ? `${label} at ${formatBrief(seconds)}` : formatBrief(seconds);

function listed(items: readonly string[]): string | null {
  if (items.length === 0) return null;
  const rest = items.length - MOST_POINTS;
  return items.slice(0, MOST_POINTS).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
