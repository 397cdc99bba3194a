import type { FileTagNote, FileTags } from "@/lib/analysis/file-tags/schema";
import { ENGLISH, msg, type Text } from "@/lib/language/text";
import { formatBrief } from "./measured-format";

/** A line of what the file says that nothing is measured beside. */
export interface FileFact {
  name: string;
  value: string;
}

const MOST_POINTS = 8;

const NOTE_SENTENCES: Record<FileTagNote, string> = {
  shortened: msg("Very long texts and lists are shortened."),
  encoding_mended: msg("Some text was written in a wrong encoding and has been mended."),
  damaged_tags: msg("Some of the file’s tags are damaged and left out."),
  cover_left_out: msg("The file has a cover that cannot be shown."),
};

/** In the order in which people look for them. What the file does not say is left out. */
export function fileFactsOf(tags: FileTags, t: Text = ENGLISH): FileFact[] {
  const { title, artist, album, albumArtist, track, disc, year, genres, keywords, beats, rating } = tags;
  const facts: [name: string, value: string | null][] = [
    [t("Title"), title],
    [t("[of a file] Artist"), artist],
    [t("Album"), album],
    [t("Album artist"), albumArtist === artist ? null : albumArtist],
    [t("Track"), trackText(track, disc, t)],
    [t("Year"), year === null ? null : String(year)],
    [genres.length === 1 ? t("Genre") : t("Genres"), genres.join(", ") || null],
    [t("Keywords"), keywords.join(", ") || null],
    [t("Beats"), beats === null ? null : String(beats)],
    [t("Rating"), rating === null ? null : t("{value} of 100", { value: Math.round(rating * 100) })],
    [
      tags.loops.length === 1 ? t("Loop") : t("Loops"),
      listed(
        tags.loops.map((loop) => loopText(loop, t)),
        t,
      ),
    ],
    [
      tags.cues.length === 1 ? t("Cue point") : t("Cue points"),
      listed(
        tags.cues.map((cue) => cueText(cue, t)),
        t,
      ),
    ],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

export function fileNotesOf({ notes }: FileTags, t: Text = ENGLISH): string[] {
  return notes.map((note) => t(NOTE_SENTENCES[note]));
}

function trackText(track: number | null, disc: number | null, t: Text): string | null {
  if (track === null) return null;
  return disc === null ? String(track) : t("{track} on disc {disc}", { track: String(track), disc: String(disc) });
}

const loopText = ({ startSeconds, endSeconds }: FileTags["loops"][number], t: Text) =>
  t("{start} to {end}", { start: formatBrief(startSeconds, t), end: formatBrief(endSeconds, t) });

const cueText = ({ seconds, label }: FileTags["cues"][number], t: Text) =>
  label ? t("{name} at {time}", { name: label, time: formatBrief(seconds, t) }) : formatBrief(seconds, t);

function listed(items: readonly string[], t: Text): string | null {
  if (items.length === 0) return null;
  const rest = items.length - MOST_POINTS;
  const list = items.slice(0, MOST_POINTS).join(", ");
  return rest > 0 ? t("{list} and {count} more", { list, count: rest }) : list;
}
