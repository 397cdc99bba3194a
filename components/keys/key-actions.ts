/** Where keys hold. What is for one page goes before what is for all. */
export const SECTIONS = {
  everywhere: { title: "Everywhere", rank: 0 },
  sample: { title: "On a sample's page", rank: 1 },
  list: { title: "In a list", rank: 1 },
  library: { title: "In the library", rank: 1 },
  cards: { title: "Among cards", rank: 2 },
  visualizer: { title: "Over a picture", rank: 1 },
  duplicates: { title: "Among duplicates", rank: 1 },
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
  "player.toggle": { section: "everywhere", does: "Play or pause", keys: ["Space"] },
  "player.back": { section: "everywhere", does: "Back 5 seconds", keys: ["j"] },
  "player.forward": { section: "everywhere", does: "Forward 5 seconds", keys: ["l"] },
  "player.previous": { section: "everywhere", does: "Previous sound of the list", keys: ["ArrowLeft"] },
  "player.next": { section: "everywhere", does: "Next sound of the list", keys: ["ArrowRight"] },
  "player.mute": { section: "everywhere", does: "Mute", keys: ["m"] },
  // = is the key of + without Shift on many keyboards.
  "player.louder": { section: "everywhere", does: "Louder", keys: ["+", "="] },
  "player.quieter": { section: "everywhere", does: "Quieter", keys: ["-"] },
  "player.slower": { section: "everywhere", does: "Slower", keys: [","] },
  "player.faster": { section: "everywhere", does: "Faster", keys: ["."] },
  "player.pitch": { section: "everywhere", does: "Keep the pitch at another rate, or let it change", keys: ["y"] },
  visualize: { section: "everywhere", does: "See what plays", keys: ["v"] },
  search: { section: "everywhere", does: "To the search", keys: ["/"] },
  help: { section: "everywhere", does: "This sheet", keys: ["?"] },

  "loop.toggle": { section: "sample", does: "Loop", keys: ["r"] },
  "loop.start": { section: "sample", does: "Loop from the nearest beat", keys: ["["] },
  "loop.end": { section: "sample", does: "Loop to the nearest beat", keys: ["]"] },
  // The same keys with Shift on many keyboards.
  "loop.start_free": { section: "sample", does: "Loop from exactly here", keys: ["{"] },
  "loop.end_free": { section: "sample", does: "Loop to exactly here", keys: ["}"] },

  "timeline.zoom_in": { section: "sample", does: "Zoom in around the playhead", keys: ["z"] },
  "timeline.zoom_out": { section: "sample", does: "Zoom out", keys: ["x"] },
  "timeline.show_all": { section: "sample", does: "Show the whole recording", keys: ["w"] },

  "list.up": { section: "list", does: "To the sound above, and play it", keys: ["ArrowUp"] },
  "list.down": { section: "list", does: "To the sound below, and play it", keys: ["ArrowDown"] },

  "library.up": { section: "library", does: "To the sample above, and play it", keys: ["ArrowUp"] },
  "library.down": { section: "library", does: "To the sample below, and play it", keys: ["ArrowDown"] },
  "library.page_up": { section: "library", does: "A screen up", keys: ["PageUp"] },
  "library.page_down": { section: "library", does: "A screen down", keys: ["PageDown"] },
  "library.first": { section: "library", does: "To the first", keys: ["Home"] },
  "library.last": { section: "library", does: "To the last", keys: ["End"] },
  "library.play": { section: "library", does: "Play or pause", keys: ["Space"] },
  "library.back": { section: "library", does: "Back in the sound", keys: ["j", "ArrowLeft"] },
  "library.forward": { section: "library", does: "Forward in the sound", keys: ["l", "ArrowRight"] },
  "library.open": { section: "library", does: "Open the sample", keys: ["Enter"], isFixed: true },
  "library.select": { section: "library", does: "Select; on the way with Shift and ↑ ↓", keys: ["x"] },
  "library.select_all": {
    section: "library",
    does: "Select everything that the search finds",
    keys: ["Ctrl+a"],
    isFixed: true,
  },
  "library.favourite": { section: "library", does: "Favourite", keys: ["f"] },
  "library.similar": { section: "library", does: "What sounds like it", keys: ["s"] },
  "library.delete": { section: "library", does: "To the trash, with undo", keys: ["Delete", "Backspace"] },
  "library.clear": { section: "library", does: "Select nothing", keys: ["Escape"], isFixed: true },
  "cards.left": { section: "cards", does: "To the card on the left", keys: ["ArrowLeft"] },
  "cards.right": { section: "cards", does: "To the card on the right", keys: ["ArrowRight"] },

  "visualizer.hideControls": { section: "visualizer", does: "Hide the controls", keys: ["h"] },
  "visualizer.leave": {
    section: "visualizer",
    does: "Show them again; over a page, close the picture",
    keys: ["Escape"],
    isFixed: true,
  },
  "visualizer.fullScreen": { section: "visualizer", does: "Full screen", keys: ["f"] },
  "visualizer.caption": { section: "visualizer", does: "Say what is shown", keys: ["c"] },
  "visualizer.calm": { section: "visualizer", does: "Calm", keys: ["k"] },
  "visualizer.photograph": { section: "visualizer", does: "Save a picture", keys: ["p"] },
  "visualizer.record": { section: "visualizer", does: "Record a film", keys: ["v"] },
  "visualizer.newPicture": { section: "visualizer", does: "Another picture of the same scene", keys: ["n"] },

  "duplicates.switch": { section: "duplicates", does: "Hear the other one, from the same place", keys: ["a"] },
  "duplicates.keep": { section: "duplicates", does: "Keep the one that is heard", keys: ["k"] },
} as const satisfies Readonly<Record<string, KeyAction>>;

export type ActionId = keyof typeof TABLE;
export const ACTIONS: Readonly<Record<ActionId, KeyAction>> = TABLE;
export const ACTION_IDS = Object.keys(TABLE) as ActionId[];

/** What else keys and gestures do there: they belong to a control, or to what is drawn. */
export const NOTES: Partial<Record<Section, readonly (readonly [keys: string, does: string])[]>> = {
  sample: [
    ["Ctrl or ⌘ + wheel", "Zoom at the pointer"],
    ["On the waveform: Shift + ← →", "Select a part"],
    ["On the waveform: + −", "Zoom"],
    ["On the spectrum: ← → ↑ ↓", "Read time, frequency, note and level"],
  ],
  library: [
    ["On a column's head: Alt + ← →", "Move the column"],
    ["On a column's head: Shift + ← →", "Make the column narrower or wider"],
    ["Alt + click on a tag", "Samples without it"],
  ],
};
