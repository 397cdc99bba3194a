import { msg } from "@/lib/language/text";

export const FLAG_GROUPS = ["audio", "ai", "realtime", "advanced", "social", "premium"] as const;
export type FlagGroup = (typeof FLAG_GROUPS)[number];

interface FlagDefinition {
  group: FlagGroup;
  /** What people get while it is on. */
  description: string;
  /** Whether it is on until an admin changes it. */
  default: boolean;
  /** Whether the feature exists yet. Until then the flag has no effect. */
  exists: boolean;
}

const built = (group: FlagGroup, description: string) => ({ group, description, default: true, exists: true }) as const;
const planned = (group: FlagGroup, description: string) =>
  ({ group, description, default: false, exists: false }) as const;

/** Every feature that can be turned on or off. Planned ones are shown nowhere: their switch would do nothing. */
export const FLAGS = {
  "folder-upload": built("audio", msg("People can upload whole folders, and each file keeps its path in the folder.")),
  spectrogram: built("audio", msg("A picture of a sample's frequencies over time, on its page and through the API.")),
  "tag-writeback": built("audio", msg("People can download copies that have tempo and key in their tags.")),
  "original-download": built("audio", msg("People can download the original file.")),

  "genre-mood-tags": built(
    "ai",
    msg("Genres and moods, on a sample's page, in its tags, its description and the API."),
  ),
  "instrument-tags": built(
    "ai",
    msg("Detected instruments, on a sample's page, in its tags, its description and the API."),
  ),
  descriptions: built("ai", msg("A few sentences that describe how a sample sounds.")),
  similarity: built("ai", msg("People can search for samples that sound like a given one, or that fit with it.")),
  "tag-suggestions": built("ai", msg("Suggests tags from samples that sound alike, and learns from the answers.")),

  "live-progress": built("realtime", msg("Library, upload and sample pages update while samples are analysed.")),
  "live-dashboard": built("realtime", msg("The dashboard updates without being reloaded.")),

  "server-folders": built(
    "advanced",
    msg("People can import folders on this server, below the directories that the variable IMPORT_DIRS allows."),
  ),
  batches: built("advanced", msg("People can analyse and track many files as one batch.")),
  "hybrid-search": built("advanced", msg("One search can ask for words and for a sound at once.")),
  visualizer: built("advanced", msg("Animated pictures that follow the sound of a sample.")),
  galaxy: built("advanced", msg("A person's whole library as points in space, laid out by how they sound.")),

  gallery: built("social", msg("People can show samples to everybody, in the gallery and on a page of their own.")),
  "play-stats": planned("social", msg("Shows how often and how long a published sample was played.")),
  "try-without-account": built(
    "social",
    msg("Strangers can have a file measured on the landing page. Nothing of it is kept."),
  ),
  "shared-collections": built(
    "social",
    msg("People can share collections by a link, or with others who may add samples."),
  ),

  api: built("premium", msg("Programs can use the API with an API key.")),
  webhooks: planned("premium", msg("Programs are notified when something happens to a sample.")),
  releases: planned("premium", msg("Artists can publish finished tracks as releases.")),
} as const satisfies Record<string, FlagDefinition>;

export type FlagName = keyof typeof FLAGS;
export const FLAG_NAMES = Object.keys(FLAGS) as [FlagName, ...FlagName[]];

/** Flags of features that exist. */
export type ExistingFlag = { [Name in FlagName]: (typeof FLAGS)[Name]["exists"] extends true ? Name : never }[FlagName];
