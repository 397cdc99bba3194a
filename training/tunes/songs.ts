import type { Tune } from "./notation";

/** Folk songs, nursery rhymes and spirituals, traditional or older than a century. */
export const SONGS: readonly Tune[] = [
  {
    ...{ name: "Greensleeves", kind: "air", key: "A minor", metre: "6/8", bpm: 52 },
    melody: `A|c2d e>^fe|d2B G>AB|c2A A>^GA|B2^G E2A|c2d e>^fe|d2B G>AB|c>BA ^G>^F^G|A3 A3|
      g3 g>^fe|d2B G>AB|c2A A>^GA|B2^G E3|g3 g>^fe|d2B G>AB|c>BA ^G>^F^G|A3 A2`,
    chords: "Am G Am E Am G Am,E Am C G Am E C G Am,E Am",
  },
  {
    ...{ name: "Row, Row, Row Your Boat", kind: "round", key: "C major", metre: "6/8", bpm: 92 },
    melody: "C3 C3|C2D E3|E2D E2F|G6|ccc GGG|EEE CCC|G2F E2D|C6",
    chords: "C C C C C C G C",
  },
  {
    ...{ name: "For He's a Jolly Good Fellow", kind: "song", key: "C major", metre: "6/8", bpm: 104 },
    melody: "E|EEE D2E|F3 E2E|DDD C2D|E3 C2E|EEE D2E|F3 A2A|GGG F2D|C3 z2",
    chords: "C F,C G C C F G C",
  },
  {
    ...{ name: "When Johnny Comes Marching Home", kind: "march", key: "A minor", metre: "6/8", bpm: 108 },
    melody: `E|A2A A2B|c2B c2A|G3 E3|G3 z2E|A2A A2B|c2B c2d|e3 c3|e3 z2c|
      e2e e2d|c2c c2c|d2d d2c|B2B B2B|c3 B3|A3 ^G3|A2A A2G|A3 z2`,
    chords: "Am Am C C Am Am C E Am Am Dm G C,G F,E Am Am",
  },
  {
    ...{ name: "Skye Boat Song", kind: "air", key: "G major", metre: "6/8", bpm: 46 },
    melody: "D>ED G3|A>BA d3|B>AB E3|D6|B>GB B3|A>EA A3|G>EG G3|E6|D>ED G3|A>BA d3|B>AB E3|D6",
    chords: "G D G,C G Em Am Em,C Em G D G,C G",
  },
  {
    ...{ name: "Scarborough Fair", kind: "air", key: "D dorian", metre: "3/4", bpm: 108 },
    melody: "D4D2|A4A2|E3FE2|D6|z2A2c2|d4c2|A2B2G2|A6|z4d2|d4d2|c4A2|A2G2F2|C6|D4A2|G2F2E2|D2C4|D6|z6",
    chords: "Dm Dm C Dm Dm F,F,C Dm,G,G Dm Dm Dm F F C Dm C C Dm Dm",
  },
  {
    ...{ name: "Londonderry Air", kind: "air", key: "C major", metre: "4/4", bpm: 66 },
    melody: `B,CD|E3DEAGE|DCA,3CEF|G3AGECE|D5B,CD|E3DEAGE|DCA,3B,CD|E3FEDCD|C5GAB|
      c3BBAGA|GEC3GAB|c3BBAGE|D5GGG|e3ddcAc|GEC3B,CD|E2AGECA,B,|C5`,
    chords: "C,C F C,Am Dm,G C F,Dm C,G C F,F C F,C,Am,C G F,F C,C C,Am,Dm,G C",
  },
  {
    ...{ name: "Auld Lang Syne", kind: "song", key: "F major", metre: "4/4", bpm: 88 },
    melody: `C2|F3FF2A2|G3FG2A2|F3FA2c2|d6d2|c3AA2F2|G3FG2A2|F3DD2C2|F6d2|
      c3AA2F2|G3FG2d2|c3AA2c2|d6d2|c3AA2F2|G3FG2A2|F3DD2C2|F6`,
    chords: "F C F Bb F C Bb,C F F C F Bb F C Bb,C F",
  },
  {
    ...{ name: "Amazing Grace", kind: "hymn", key: "G major", metre: "3/4", bpm: 84 },
    melody: `D2|G4BG|B4A2|G4E2|D4D2|G4BG|B4A2|d6|d4B2|d4BG|B4A2|G4E2|D4D2|G4BG|B4A2|G6|G4`,
    chords: "G G C G G G D D G G C G Em D G G",
  },
  {
    ...{ name: "Oh! Susanna", kind: "song", key: "G major", metre: "2/2", bpm: 92 },
    melody: `GA|B2d2d3e|d2B2G3A|B2B2A2G2|A6GA|B2d2d3e|d2B2G3A|B2B2A2A2|G8|
      c4c4|e2e4e2|d2d2B2G2|A6GA|B2d2d3e|d2B2G3A|B2B2A2A2|G6`,
    chords: "G G G D G G G,D G C C G D G G G,D G",
  },
  {
    ...{ name: "Camptown Races", kind: "song", key: "D major", metre: "2/2", bpm: 96 },
    melody: "A2A2F2A2|B2A2F4|F2E6|F2E6|A2A2F2A2|B2A2F4|E4F2E2|D8",
    chords: "D D A A D D A D",
  },
  {
    ...{ name: "Home on the Range", kind: "song", key: "G major", metre: "3/4", bpm: 112 },
    melody: `D2|D2G2A2|B4GF|E2c2c2|c4cc|d2G2G2|G2F2G2|A6|A4D2|
      D2G2A2|B4GF|E2c2c2|c4cc|B2A2G2|F2G2A2|G6|G4`,
    chords: "G G C C G A7 D D G G C Cm G D G G",
  },
  {
    ...{ name: "Clementine", kind: "song", key: "F major", metre: "3/4", bpm: 116 },
    melody: "F>F|F2C2A>A|A2F2F>A|c2c2B>A|G4G>A|B2B2A>G|A2F2F>A|G2C2E>G|F4",
    chords: "F F F C C F C F",
  },
  {
    ...{ name: "My Bonnie Lies over the Ocean", kind: "song", key: "G major", metre: "3/4", bpm: 126 },
    melody: `D2|B2A2G2|A2G2E2|D2B,4|z4D2|B2A2G2|G2F2G2|A6|z4D2|
      B2A2G2|A2G2E2|D2B,4|z4D2|E2A2G2|F2E2F2|G6|G4`,
    chords: "G C G G G A7 D D G C G G C D G G",
  },
  {
    ...{ name: "When the Saints Go Marching In", kind: "spiritual", key: "C major", metre: "2/2", bpm: 96 },
    melody: `z2C2E2F2|G8|z2C2E2F2|G8|z2C2E2F2|G4E4|C4E4|D8|
      z2E2E2D2|C6C2|E4G4|G2F6|z4E2F2|G4E4|C4D4|C8`,
    chords: "C C C C C C C G G C C F F C C,G C",
  },
  {
    ...{ name: "Go Tell Aunt Rhody", kind: "song", key: "F major", metre: "4/4", bpm: 104 },
    melody: "A4A2G2|F4F4|G4G2B2|A2G2F4|c4c2B2|A4A2F2|G2F2G2A2|F8",
    chords: "F F C F F F C F",
  },
  {
    ...{ name: "Skip to My Lou", kind: "song", key: "F major", metre: "2/2", bpm: 104 },
    melody: "A2A2F2F2|A2AAc4|G2G2E2E2|G2GGB4|A2A2F2F2|A2AAc4|G2ABA2G2|F4F4",
    chords: "F F C C F F C F",
  },
  {
    ...{ name: "London Bridge", kind: "song", key: "C major", metre: "4/4", bpm: 120 },
    melody: "G3AG2F2|E2F2G4|D2E2F4|E2F2G4|G3AG2F2|E2F2G4|D4G4|E2C6",
    chords: "C C G C C C G C",
  },
  {
    ...{ name: "Ah, vous dirai-je, maman", kind: "song", key: "C major", metre: "4/4", bpm: 108 },
    melody: `C2C2G2G2|A2A2G4|F2F2E2E2|D2D2C4|G2G2F2F2|E2E2D4|G2G2F2F2|E2E2D4|
      C2C2G2G2|A2A2G4|F2F2E2E2|D2D2C4`,
    chords: "C F,C F,C G,C C,F C,G C,F C,G C F,C F,C G,C",
  },
  {
    ...{ name: "Frère Jacques", kind: "round", key: "F major", metre: "4/4", bpm: 114 },
    melody: "F2G2A2F2|F2G2A2F2|A2B2c4|A2B2c4|cdcBA2F2|cdcBA2F2|F2C2F4|F2C2F4",
    chords: "F F F F F F F,C,F,F F,C,F,F",
  },
  {
    ...{ name: "Au clair de la lune", kind: "song", key: "G major", metre: "4/4", bpm: 100 },
    melody: "G2G2G2A2|B4A4|G2B2A2A2|G8|A2A2A2A2|E4E4|A2G2F2E2|D8|G2G2G2A2|B4A4|G2B2A2A2|G8",
    chords: "G G,D G,D G D Em,A7 D,A7 D G G,D G,D G",
  },
  {
    ...{ name: "Sur le pont d'Avignon", kind: "song", key: "G major", metre: "4/4", bpm: 126 },
    melody: "G2G2G4|A2A2A4|B2c2d2G2|F2G2A2D2|G2G2G4|A2A2A4|B2c2d2G2|A2F2G4",
    chords: "G D G D G D G D,G",
  },
  {
    ...{ name: "Hänschen klein", kind: "song", key: "C major", metre: "4/4", bpm: 112 },
    melody: `G2E2E4|F2D2D4|C2D2E2F2|G2G2G4|G2E2E4|F2D2D4|C2E2G2G2|C8|
      D2D2D2D2|D2E2F4|E2E2E2E2|E2F2G4|G2E2E4|F2D2D4|C2E2G2G2|C8`,
    chords: "C G C G C G C,G C G G C C C G C,G C",
  },
  {
    ...{ name: "Alle meine Entchen", kind: "song", key: "C major", metre: "4/4", bpm: 106 },
    melody: "C2D2E2F2|G4G4|A2A2A2A2|G8|A2A2A2A2|G8|F2F2F2F2|E4E4|D2D2D2D2|C8",
    chords: "C C F C F C G C G C",
  },
  {
    ...{ name: "Kuckuck, Kuckuck", kind: "song", key: "C major", metre: "3/4", bpm: 132 },
    melody: "G2E4|G2E4|D2C2D2|C6|D2D2E2|F4D2|E2E2F2|G4E2|G2E4|G2E4|F2E2D2|C6",
    chords: "C C G C G G C C C C G C",
  },
  {
    ...{ name: "Die Gedanken sind frei", kind: "song", key: "C major", metre: "3/4", bpm: 138 },
    melody: "GG|c2c2ec|G4G2|F2D2GF|E2C2GG|c2c2ec|G4G2|F2D2GF|E2C2cc|B2d2dB|c2e2ec|B2d2dB|c4",
    chords: "C C G C C C G C G C G C",
  },
  {
    ...{ name: "Aura Lee", kind: "song", key: "G major", metre: "4/4", bpm: 90 },
    melody: `D2G2F2G2|A2E2A4|G2F2E2F2|G8|D2G2F2G2|A2E2A4|G2F2E2F2|G8|
      B2B2B4|B2B2B4|B2A2G2A2|B8|B2B2c2B2|A2E2A4|G2F2B2A2|G8`,
    chords: "G A7 D G G A7 D G G B7 Em,Em G B7,B7 A7 D G",
  },
  {
    ...{ name: "John Brown's Body", kind: "march", key: "C major", metre: "4/4", bpm: 98 },
    melody: `G>GG>FE>Gc>d|e>ee>dc2c>B|A>AA>Bc>Bc>A|G>AG>EE2E>F|G>GG>FE>Gc>d|e>ee>dc2c2|d2d2c2B2|c8|
      G3FE>Gc>d|e4c4|A3Bc>Bc>A|G4E4|G3FE>Gc>d|e4c4|d2d2c2B2|c8`,
    chords: "C C F C C C,Am Dm,G C C C F C C C,Am Dm,G C",
  },
  {
    ...{ name: "Go Down, Moses", kind: "spiritual", key: "A minor", metre: "4/4", bpm: 84 },
    melody: "E2|c2c2B2B2|c2c2A4|z2E2^G2^G2|A6E2|c2c2B2B2|c2c2A4|z2E2^G2^G2|A6",
    chords: "Am,E Am E Am Am,E Am E Am",
  },
  {
    ...{ name: "The Song of the Moldau", kind: "song", key: "D minor", metre: "4/4", bpm: 76 },
    melody: "DEFGA2A2|BABdA4|G2GGF2F2|EDEFD4|DEFGA2A2|BABdA4|G2GGF2F2|EDEFD4",
    chords: "Dm Gm,Dm C,F A7,Dm Dm Gm,Dm Gm,Dm A7,Dm",
  },
  {
    ...{ name: "All through the Night", kind: "air", key: "G major", metre: "4/4", bpm: 72 },
    melody: "G3FE2G2|A3GF2D2|E4F4|G8|G3FE2G2|A3GF2D2|E4F4|G8|c2B2c2d2|e3dc2B2|d3cB2A2|B2A2G2F2|G3FE2G2|A3GF2D2|E4F4|G8",
    chords: "G,C A7,D C,D G G,C A7,D C,D G C,G C G,D Em,D G,C A7,D C,D G",
  },
];
