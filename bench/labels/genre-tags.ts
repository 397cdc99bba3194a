/** Our names for the styles of the labelled folder; files with other styles are left out. */
export const GENRE_TAGS: Readonly<Record<string, string>> = {
  ...{ pop: "pop", rock: "rock", ballad: "ballad", sixeight: "ballad", house: "house", techno: "techno" },
  ...{ dnb: "drum and bass", hiphop: "hip-hop", trap: "trap", jazz: "jazz", bossa: "bossa nova", reggae: "reggae" },
  ...{ funk: "funk", jig: "folk", piano: "classical", strings: "classical" },
};
