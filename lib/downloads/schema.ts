import { z } from "zod";
import { type Selection, selectionSchema } from "@/lib/library/schema";
import { LINKED_IDS_MAX, SHORTEST_REGION_SECONDS } from "./constants";

export const TABLE_FORMATS = ["csv", "json"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const NAMINGS = ["original", "labelled"] as const;
/** `labelled` adds tempo and key to a file's name: `Name_124bpm_F#m.wav`. */

const optionShape = {
  /** Copies with tempo and key in their tags in place of the originals. */
  withTags: z.boolean(),
  naming: z.enum(NAMINGS),
  /** Whether files keep their folders. */
  keepFolders: z.boolean(),
};
export type ArchiveOptions = z.output<z.ZodObject<typeof optionShape>>;

export const summaryRequestSchema = z.strictObject({ selection: selectionSchema });

export const tableRequestSchema = z.strictObject({ selection: selectionSchema, format: z.enum(TABLE_FORMATS) });
export type TableRequest = z.input<typeof tableRequestSchema>;

export const archiveRequestSchema = z.strictObject({
  selection: selectionSchema,
  withTags: optionShape.withTags.default(false),
  naming: optionShape.naming.default("original"),
  keepFolders: optionShape.keepFolders.default(true),
});
export type ArchiveRequest = z.input<typeof archiveRequestSchema>;

/** A selection in an address: `q`, or `ids` with commas between them. */
const linked = {
  q: z.string().optional(),
  ids: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.uuid()).max(LINKED_IDS_MAX))
    .optional(),
};
const selectionOf = ({ q, ids }: { q?: string | undefined; ids?: string[] | undefined }): Selection =>
  ids ? { ids } : { query: q ?? "" };
const yes = z
  .enum(["0", "1"])
  .default("0")
  .transform((text) => text === "1");

export const tableQuerySchema = z
  .object({ ...linked, format: z.enum(TABLE_FORMATS).default("csv") })
  .transform(({ format, ...rest }) => ({ selection: selectionOf(rest), format }))
  .pipe(tableRequestSchema);

export const archiveQuerySchema = z
  .object({ ...linked, tags: yes, naming: z.enum(NAMINGS).default("original"), folders: yes.prefault("1") })
  .transform(({ tags, naming, folders, ...rest }) => ({
    selection: selectionOf(rest),
    withTags: tags,
    naming,
    keepFolders: folders,
  }))
  .pipe(z.strictObject({ selection: selectionSchema, ...optionShape }));

export const copyQuerySchema = z.object({ naming: z.enum(NAMINGS).default("original") });

export const SNAPS = ["zero", "beat", "none"] as const;
/** Where a region is cut: at zero crossings nearby, on the nearest beats, or to the sample as it is asked for. */
export type Snap = (typeof SNAPS)[number];

export const regionQuerySchema = z
  .object({
    start: z.coerce.number().min(0).default(0),
    /** Up to the end of the recording if it is left out. */
    end: z.coerce.number().positive().default(Number.POSITIVE_INFINITY),
    snap: z.enum(SNAPS).default("zero"),
    format: z.enum(["wav"]).default("wav"),
  })
  .refine(({ start, end }) => end - start >= SHORTEST_REGION_SECONDS, {
    path: ["end"],
    error: "must be after the start",
  });

/** What a download of a selection would hold. */
export const downloadSummarySchema = z.object({
  samples: z.number().int().nonnegative(),
  /** Those that have an original in storage. */
  files: z.number().int().nonnegative(),
  bytes: z.number().nonnegative(),
  /** Whether files can be downloaded here, and with tags. */
  canDownload: z.boolean(),
  canTag: z.boolean(),
});
export type DownloadSummary = z.infer<typeof downloadSummarySchema>;
