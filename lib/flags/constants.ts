export const FLAG_GROUPS = ["audio", "ai", "realtime", "advanced", "social", "premium"] as const;
export type FlagGroup = (typeof FLAG_GROUPS)[number];

interface FlagDefinition {
  group: FlagGroup;
  /** What people have while it is on. */
  description: string;
  /** On for everybody, or off, until an admin says otherwise. */
  default: boolean;
  /** Whether there is a feature behind it yet; until then it switches nothing. */
  exists: boolean;
}

const built = (group: FlagGroup, description: string) => ({ group, description, default: true, exists: true }) as const;
const planned = (group: FlagGroup, description: string) =>
  ({ group, description, default: false, exists: false }) as const;

/** Every feature that can be switched. */
export const FLAGS = {
  "folder-upload": built("audio", "Whole folders can be uploaded, and each file keeps the path it had in its folder."),
  spectrogram: built("audio", "A picture of a sample's frequencies over time, on its page and through the API."),
  "tag-writeback": planned("audio", "Tempo and key are written into the tags of a downloaded copy."),
  "original-download": built("audio", "The uploaded file can be saved again as it was."),

  "genre-mood-tags": built("ai", "Genres and moods, on a sample's page, in its tags, its description and the API."),
  "instrument-tags": built(
    "ai",
    "The instruments that are heard, on a sample's page, in its tags, its description and the API.",
  ),
  descriptions: built("ai", "A few plain sentences on how a sample sounds."),
  similarity: planned("ai", "Samples that sound alike are found from one of them."),
  "tag-suggestions": planned("ai", "Tags are proposed from those of samples that sound alike."),

  "live-progress": built("realtime", "Samples change on the library, upload and sample pages while they are analysed."),
  "live-dashboard": built(
    "realtime",
    "The dashboard's counts and lists follow what happens without being loaded again.",
  ),

  batches: planned("advanced", "Many files are analysed, watched and reported on as one batch."),
  "hybrid-search": planned("advanced", "One search box for words, measured values and sounds."),
  visualizer: planned("advanced", "Moving pictures that follow the sound."),

  gallery: planned("social", "Samples can be shown to everybody in a public gallery."),
  "play-stats": planned("social", "How often a published sample was played, and for how long."),
  "shared-collections": planned("social", "Collections that several people fill together."),

  api: built("premium", "Programs can use the API with a key."),
  webhooks: planned("premium", "Programs are called when something happened to a sample."),
  releases: planned("premium", "Artists put finished tracks out as releases."),
} as const satisfies Record<string, FlagDefinition>;

export type FlagName = keyof typeof FLAGS;
export const FLAG_NAMES = Object.keys(FLAGS) as [FlagName, ...FlagName[]];

/** Flags that switch something today. */
export type ExistingFlag = { [Name in FlagName]: (typeof FLAGS)[Name]["exists"] extends true ? Name : never }[FlagName];
