import type { ListedSample } from "@/lib/downloads/data";
import { noteOfMidi } from "@/lib/music/claims";
import { TONICS } from "@/lib/music/keys";
import { formatCamelot } from "@/lib/music/notation";

type Cell = string | number | null;
type Column = [name: string, of: (sample: ListedSample) => Cell | undefined];

/** Between the items of a list in one cell. */
const LIST_SEPARATOR = "; ";
const list = (items: readonly string[] | null | undefined) => items?.join(LIST_SEPARATOR);
const labels = (found: readonly { label: string }[] | null | undefined) => list(found?.map(({ label }) => label));
const yesNo = (value: boolean) => (value ? "yes" : "no");

/** `F# minor`: signs that every program can read and compare. */
function keyText(tonic: number | null | undefined, mode: string | null | undefined): string | null {
  const name = typeof tonic === "number" ? TONICS[tonic] : undefined;
  return name ? [name, mode].filter(Boolean).join(" ") : null;
}

function camelot({ row: { keyTonic, keyMode } }: ListedSample): string | null {
  return keyTonic === null || keyMode === null ? null : formatCamelot({ tonic: keyTonic, mode: keyMode });
}

/** Whose a value is: a person's by name, or measured. Empty where there is no value and nobody said so. */
function whose(value: "bpm" | "key" | "kind", has: (sample: ListedSample) => unknown): Column[1] {
  return (sample) => {
    const said = sample.corrections[value];
    if (said) return said.by?.name ?? "somebody";
    return has(sample) === null ? null : "measured";
  };
}

const OF_FILE: readonly Column[] = [
  ["id", ({ row }) => row.id],
  ["file_name", ({ row }) => row.fileName],
  ["folder", ({ row }) => row.folderPath],
  ["status", ({ row }) => row.status],
  ["failure", ({ row }) => row.failure?.code],
  ["size_bytes", ({ row }) => row.sizeBytes],
  ["sha256", ({ sha256 }) => sha256],
  ["added_at", ({ row }) => row.createdAt],
  ["favourite", ({ row }) => yesNo(row.isFavourite)],
  ["duration_seconds", ({ row }) => row.durationSeconds],
  ["container", ({ measured }) => measured?.container],
  ["codec", ({ measured }) => measured?.codec],
  ["sample_rate_hz", ({ measured }) => measured?.sampleRateHz],
  ["channels", ({ measured }) => measured?.channels],
];

/** What counts, whose it is, and what was measured. */
const OF_MUSIC: readonly Column[] = [
  ["bpm", ({ row }) => row.bpm],
  ["bpm_confidence", ({ row }) => row.bpmConfidence],
  ["bpm_from", whose("bpm", ({ row }) => row.bpm)],
  ["bpm_measured", ({ measured }) => measured?.tempo?.bpm],
  ["key", ({ row }) => keyText(row.keyTonic, row.keyMode)],
  ["key_camelot", camelot],
  ["key_confidence", ({ row }) => row.keyConfidence],
  ["key_from", whose("key", ({ row }) => row.keyTonic)],
  ["key_measured", ({ measured }) => measured?.key && `${measured.key.tonic} ${measured.key.mode}`],
  ["note", ({ row }) => row.note],
  ["note_cents", ({ measured }) => measured?.pitch?.cents],
  ["kind", ({ row }) => row.kind],
  ["kind_confidence", ({ row }) => row.kindConfidence],
  ["kind_from", whose("kind", ({ row }) => row.kind)],
  ["kind_measured", ({ measured }) => measured?.kind?.label],
  ["time_signature", ({ measured }) => measured?.meter && `${measured.meter.beatsPerBar}/${measured.meter.beatUnit}`],
  ["tuning_cents", ({ measured }) => measured?.tuning?.cents],
];

const OF_SOUND: readonly Column[] = [
  ["integrated_lufs", ({ row }) => row.integratedLufs],
  ["ungated_lufs", ({ row }) => row.ungatedLufs],
  ["loudness_range_lu", ({ measured }) => measured?.loudness?.rangeLu],
  ["true_peak_dbtp", ({ measured }) => measured?.loudness?.truePeakDbtp],
  ["sample_peak_dbfs", ({ measured }) => measured?.loudness?.samplePeakDbfs],
  ["rms_dbfs", ({ measured }) => measured?.loudness?.rmsDbfs],
  ["crest_db", ({ measured }) => measured?.loudness?.crestDb],
  ["head_silence_seconds", ({ measured }) => measured?.loudness?.headSilenceSeconds],
  ["tail_silence_seconds", ({ measured }) => measured?.loudness?.tailSilenceSeconds],
  ["centroid_hz", ({ measured }) => measured?.spectral?.centroidHz],
  ["rolloff_hz", ({ measured }) => measured?.spectral?.rolloffHz],
  ["flatness", ({ measured }) => measured?.spectral?.flatness],
  ["brightness", ({ measured }) => measured?.timbre?.brightness],
  ["warmth", ({ measured }) => measured?.timbre?.warmth],
  ["harmonicity", ({ measured }) => measured?.timbre?.harmonicity],
  ["attack_seconds", ({ measured }) => measured?.timbre?.attackSeconds],
  ["onsets_per_second", ({ measured }) => measured?.rhythm?.onsetsPerSecond],
  ["beat_strength", ({ measured }) => measured?.rhythm?.beatStrength],
  ["swing_ratio", ({ measured }) => measured?.rhythm?.swingRatio],
  ["loop_bars", ({ measured }) => measured?.rhythm?.loopBars],
  ["stereo_width", ({ measured }) => measured?.stereo?.width],
  ["energy", ({ measured }) => measured?.perceptual?.energy],
  ["danceability", ({ measured }) => measured?.perceptual?.danceability],
  ["valence", ({ measured }) => measured?.perceptual?.valence],
  ["instruments", ({ measured }) => labels(measured?.instruments)],
  ["genres", ({ measured }) => labels(measured?.genres)],
  ["moods", ({ measured }) => labels(measured?.moods)],
];

const OF_PEOPLE: readonly Column[] = [
  ["licence", ({ row }) => row.licence],
  ["ai_training", ({ row }) => row.aiTraining],
  ["tags", ({ row }) => list(row.tags)],
  ["own_tags", ({ row }) => list(row.ownTags)],
  ["file_title", ({ fileTags }) => fileTags?.title],
  ["file_artist", ({ fileTags }) => fileTags?.artist],
  ["file_album", ({ fileTags }) => fileTags?.album],
  ["file_album_artist", ({ fileTags }) => fileTags?.albumArtist],
  ["file_track", ({ fileTags }) => fileTags?.track],
  ["file_year", ({ fileTags }) => fileTags?.year],
  ["file_genres", ({ fileTags }) => list(fileTags?.genres)],
  ["file_keywords", ({ fileTags }) => list(fileTags?.keywords)],
  ["file_comment", ({ fileTags }) => fileTags?.comment],
  ["file_bpm", ({ fileTags }) => fileTags?.bpm],
  ["file_key", ({ fileTags }) => fileTags?.key && keyText(fileTags.key.tonic, fileTags.key.mode)],
  ["file_kind", ({ fileTags }) => fileTags?.kind],
  ["file_beats", ({ fileTags }) => fileTags?.beats],
  [
    "file_root_note",
    ({ fileTags }) => (fileTags?.rootNote === null || !fileTags ? null : noteOfMidi(fileTags.rootNote)),
  ],
];

const COLUMNS: readonly Column[] = [...OF_FILE, ...OF_MUSIC, ...OF_SOUND, ...OF_PEOPLE];

export const COLUMN_NAMES: readonly string[] = COLUMNS.map(([name]) => name);

export const cellsOf = (sample: ListedSample): Cell[] => COLUMNS.map(([, of]) => of(sample) ?? null);
