import { msg } from "@/lib/language/text";
/** Where keys hold. What is for one page goes before what is for all. */
export const SECTIONS = {
  everywhere: { title: msg("Everywhere"), rank: 0 },
  sample: { title: msg("On a sample's page"), rank: 1 },
  list: { title: msg("In a list"), rank: 1 },
  library: { title: msg("In the library"), rank: 1 },
  cards: { title: msg("Among cards"), rank: 2 },
  visualizer: { title: msg("Over a picture"), rank: 1 },
  duplicates: { title: msg("Among duplicates"), rank: 1 },
} as const;
export type Section = keyof typeof SECTIONS;

interface KeyAction {
  section: Section;
  does: string;
  /** As `keyOf` names them. */
  keys: readonly string[];
  /** Keys that everybody expects where they are. */
  isFixed?: true;
}

/** Everything that a key does. All handlers, the sheet and the remapping read this table. */
const TABLE = {
  "player.toggle": { section: "everywhere", does: msg("Play or pause"), keys: ["Space"] },
  "player.back": { section: "everywhere", does: msg("Back 5 seconds"), keys: ["j"] },
  "player.forward": { section: "everywhere", does: msg("Forward 5 seconds"), keys: ["l"] },
  "player.previous": { section: "everywhere", does: msg("Previous sound of the list"), keys: ["ArrowLeft"] },
  "player.next": { section: "everywhere", does: msg("Next sound of the list"), keys: ["ArrowRight"] },
  "player.mute": { section: "everywhere", does: msg("Mute"), keys: ["m"] },
  // = is the key of + without Shift on many keyboards.
  "player.louder": { section: "everywhere", does: msg("Louder"), keys: ["+", "="] },
  "player.quieter": { section: "everywhere", does: msg("Quieter"), keys: ["-"] },
  "player.slower": { section: "everywhere", does: msg("Slower"), keys: [","] },
  "player.faster": { section: "everywhere", does: msg("Faster"), keys: ["."] },
  "player.pitch": { section: "everywhere", does: msg("Keep the pitch at another rate, or let it change"), keys: ["y"] },
  visualize: { section: "everywhere", does: msg("See what plays"), keys: ["v"] },
  search: { section: "everywhere", does: msg("To the search"), keys: ["/"] },
  help: { section: "everywhere", does: msg("This sheet"), keys: ["?"] },

  "loop.toggle": { section: "sample", does: msg("Loop"), keys: ["r"] },
  "loop.start": { section: "sample", does: msg("Loop from the nearest beat"), keys: ["["] },
  "loop.end": { section: "sample", does: msg("Loop to the nearest beat"), keys: ["]"] },
  // The same keys with Shift on many keyboards.
  "loop.start_free": { section: "sample", does: msg("Loop from exactly here"), keys: ["{"] },
  "loop.end_free": { section: "sample", does: msg("Loop to exactly here"), keys: ["}"] },

  "timeline.zoom_in": { section: "sample", does: msg("Zoom in around the playhead"), keys: ["z"] },
  "timeline.zoom_out": { section: "sample", does: msg("Zoom out"), keys: ["x"] },
  "timeline.show_all": { section: "sample", does: msg("Show the whole recording"), keys: ["w"] },

  "list.up": { section: "list", does: msg("To the sound above, and play it"), keys: ["ArrowUp"] },
  "list.down": { section: "list", does: msg("To the sound below, and play it"), keys: ["ArrowDown"] },

  "library.up": { section: "library", does: msg("To the sample above, and play it"), keys: ["ArrowUp"] },
  "library.down": { section: "library", does: msg("To the sample below, and play it"), keys: ["ArrowDown"] },
  "library.page_up": { section: "library", does: msg("A screen up"), keys: ["PageUp"] },
  "library.page_down": { section: "library", does: msg("A screen down"), keys: ["PageDown"] },
  "library.first": { section: "library", does: msg("To the first"), keys: ["Home"] },
  "library.last": { section: "library", does: msg("To the last"), keys: ["End"] },
  "library.play": { section: "library", does: msg("Play or pause"), keys: ["Space"] },
  "library.back": { section: "library", does: msg("Back in the sound"), keys: ["j", "ArrowLeft"] },
  "library.forward": { section: "library", does: msg("Forward in the sound"), keys: ["l", "ArrowRight"] },
  "library.open": { section: "library", does: msg("Open the sample"), keys: ["Enter"], isFixed: true },
  "library.select": { section: "library", does: msg("Select; on the way with Shift and ↑ ↓"), keys: ["x"] },
  "library.select_all": {
    section: "library",
    does: msg("Select everything that the search finds"),
    keys: ["Ctrl+a"],
    isFixed: true,
  },
  "library.favourite": { section: "library", does: msg("Favourite"), keys: ["f"] },
  "library.similar": { section: "library", does: msg("What sounds like it"), keys: ["s"] },
  "library.delete": { section: "library", does: msg("To the trash, with undo"), keys: ["Delete", "Backspace"] },
  "library.clear": { section: "library", does: msg("Select nothing"), keys: ["Escape"], isFixed: true },
  "cards.left": { section: "cards", does: msg("To the card on the left"), keys: ["ArrowLeft"] },
  "cards.right": { section: "cards", does: msg("To the card on the right"), keys: ["ArrowRight"] },

  "visualizer.hideControls": { section: "visualizer", does: msg("Hide the controls"), keys: ["h"] },
  "visualizer.leave": {
    section: "visualizer",
    does: msg("Show them again; over a page, close the picture"),
    keys: ["Escape"],
    isFixed: true,
  },
  "visualizer.fullScreen": { section: "visualizer", does: msg("Full screen"), keys: ["f"] },
  "visualizer.caption": { section: "visualizer", does: msg("Say what is shown"), keys: ["c"] },
  "visualizer.calm": { section: "visualizer", does: msg("Calm"), keys: ["k"] },
  "visualizer.photograph": { section: "visualizer", does: msg("Save a picture"), keys: ["p"] },
  "visualizer.record": { section: "visualizer", does: msg("Record a film"), keys: ["v"] },
  "visualizer.newPicture": { section: "visualizer", does: msg("Another picture of the same scene"), keys: ["n"] },

  "duplicates.switch": { section: "duplicates", does: msg("Hear the other one, from the same place"), keys: ["a"] },
  "duplicates.keep": { section: "duplicates", does: msg("Keep the one that is heard"), keys: ["k"] },
} as const satisfies Readonly<Record<string, KeyAction>>;

export type ActionId = keyof typeof TABLE;
export const ACTIONS: Readonly<Record<ActionId, KeyAction>> = TABLE;
export const ACTION_IDS = Object.keys(TABLE) as ActionId[];

/** What else keys and gestures do there: they belong to a control, or to what is drawn. */
export const NOTES: Partial<Record<Section, readonly (readonly [keys: string, does: string])[]>> = {
  sample: [
    [msg("Ctrl or ⌘ + wheel"), msg("Zoom at the pointer")],
    [msg("On the waveform: Shift + ← →"), msg("Select a part")],
    [msg("On the waveform: + −"), msg("Zoom")],
    [msg("On the spectrum: ← → ↑ ↓"), msg("Read time, frequency, note and level")],
  ],
  library: [
    [msg("On a column's head: Alt + ← →"), msg("Move the column")],
    [msg("On a column's head: Shift + ← →"), msg("Make the column narrower or wider")],
    [msg("Alt + click on a tag"), msg("Samples without it")],
  ],
};
