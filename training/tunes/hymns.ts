import type { Tune } from "./notation";

/** Hymns, carols and anthems. Many of them visit a neighbouring key. */
export const HYMNS: readonly Tune[] = [
  {
    ...{ name: "Ode to Joy", kind: "hymn", key: "D major", metre: "4/4", bpm: 112 },
    melody: `F2F2G2A2|A2G2F2E2|D2D2E2F2|F3EE4|F2F2G2A2|A2G2F2E2|D2D2E2F2|E3DD4|
      E2E2F2D2|E2FGF2D2|E2FGF2E2|D2E2A,4|F2F2G2A2|A2G2F2E2|D2D2E2F2|E3DD4`,
    chords: "D A D A D A D A,D A A A D,A D A D A,D",
  },
  {
    ...{ name: "O Tannenbaum", kind: "carol", key: "F major", metre: "3/4", bpm: 96 },
    melody: "C2|F>FF3G|A>AA3A|GAB2E2|G2F2zc|cAd3c|c>BB3B|BGc3B|B>AA2C2|F>FF3G|A>AA3A|GAB2E2|G2F2",
    chords: "F F Gm,C,C C,F,F F,Bb,Bb C C F F F Gm,C,C C,F,F",
  },
  {
    ...{ name: "Silent Night", kind: "carol", key: "C major", metre: "6/8", bpm: 46 },
    melody: "G>AG E3|G>AG E3|d2d B3|c2c G3|A2A c>BA|G>AG E3|A2A c>BA|G>AG E3|d2d f>dB|c3 e3|c>GE G>FD|C6",
    chords: "C C G C F C F C G C C,G C",
  },
  {
    ...{ name: "Joy to the World", kind: "carol", key: "D major", metre: "4/4", bpm: 92 },
    melody: `d2c>BA3G|F2E2D3A|B3Bc3c|d3ddcBA|A>GFddcBA|A>GFFFFFF/G/|
      A3G/F/EEEE/F/|G3F/E/Dd2B|A>GFGF2E2|D4z4`,
    chords: "D D,A,D,D G,A D D D D,A A,D D,G,D,A D",
  },
  {
    ...{ name: "God Rest You Merry, Gentlemen", kind: "carol", key: "E minor", metre: "4/4", bpm: 132 },
    melody: `E2|E2B2B2A2|G2F2E2D2|E2F2G2A2|B6E2|E2B2B2A2|G2F2E2D2|E2F2G2A2|B6B2|
      c2A2B2c2|d2e2B2A2|G2E2F2G2|A4G2A2|B4c2B2|B2A2G2F2|E4GFE2|A4G2A2|B2c2d2e2|B2A2G2F2|E6`,
    chords: "Em Em,Am Em B Em Em,Am Em B Am G Em D G B Em Am G,D B Em",
  },
  {
    ...{ name: "We Three Kings", kind: "carol", key: "E minor", metre: "6/8", bpm: 58 },
    melody: "B2AG2E|FGFE3|B2AG2E|FGFE3|G2GA2A|B2BdcB|ABAG2F|E6",
    chords: "Em B7,Em Em B7,Em G,D G Am,B7 Em",
  },
  {
    ...{ name: "Deck the Halls", kind: "carol", key: "F major", metre: "4/4", bpm: 136 },
    melody: `c3BA2G2|F2G2A2F2|GABGA3G|F2E2F4|c3BA2G2|F2G2A2F2|GABGA3G|F2E2F4|
      G3AB2G2|A3Bc2G2|A=Bc2def2|e2d2c4|c3BA2G2|F2G2A2F2|ddddc3B|A2G2F4`,
    chords: "F F C,F C,F F F C,F C,F C F F,C G,C F F Bb,F C,F",
  },
  {
    ...{ name: "Good King Wenceslas", kind: "carol", key: "G major", metre: "4/4", bpm: 130 },
    melody: `G2G2G2A2|G2G2D4|E2D2E2F2|G4G4|G2G2G2A2|G2G2D4|E2D2E2F2|G4G4|
      d2c2B2A2|B2A2G4|E2D2E2F2|G4G4|D2D2E2F2|G2G2A4|d2c2B2A2|G4c4|G8`,
    chords: "G G C,D G G G C,D G G,D G C,D G G,D G,D G,D G,C G",
  },
  {
    ...{ name: "Jingle Bells", kind: "carol", key: "G major", metre: "2/2", bpm: 104 },
    melody: `B2B2B4|B2B2B4|B2d2G3A|B8|c2c2c3c|c2B2B2BB|B2A2A2B2|A4d4|
      B2B2B4|B2B2B4|B2d2G3A|B8|c2c2c3c|c2B2B2BB|d2d2c2A2|G8`,
    chords: "G G G G C G A7 D G G G G C G D G",
  },
  {
    ...{ name: "Adeste fideles", kind: "carol", key: "G major", metre: "4/4", bpm: 104 },
    melody: `G2|G4D2G2|A4D4|B2A2B2c2|B4A2G2|G4F2E2|F2G2A2B2|F4E3D|D8|d4c2B2|c4B4|A2B2G2A2|F3ED2G2|
      G2F2G2A2|G4D2B2|B2A2B2c2|B4A2B2|c2B2A2G2|F4G2c2|B4A3G|G6`,
    chords: "G D G,D G,D Em A7,D D,A7 D G,D C,G D,Em D G,D G G,D G,D D,C D,Am G,D G",
  },
  {
    ...{ name: "Hark! the Herald Angels Sing", kind: "carol", key: "G major", metre: "4/4", bpm: 108 },
    melody: `D2G2G3F|G2B2B2A2|d2d2d3c|B2A2B4|D2G2G3F|G2B2B2A2|d2A2A3F|F2E2D4|
      d2d2d2G2|c2B2B2A2|d2d2d2G2|c2B2B2A2|e2e2e2d2|c2B2c4|A2Bcd3G|G2A2G4`,
    chords: "G G,D G G,D G G,D D,A7 A7,D G Am,D G Am,D C Am D,G D,G",
  },
  {
    ...{ name: "The First Noel", kind: "carol", key: "D major", metre: "3/4", bpm: 104 },
    melody: `FE|D3EFG|A4Bc|d2c2B2|A4Bc|d2c2B2|A2B2c2|d2A2G2|F4FE|D3EFG|A4Bc|d2c2B2|A4Bc|
      d2c2B2|A2B2c2|d2A2G2|F4FE|D3EFG|A4dc|B4B2|A6|d2c2B2|A2B2c2|d2A2G2|F4`,
    chords: "D D G D G D,D,A D,D,A D D D G D G D,D,A D,D,A D D D G D D,A,G D,G,A D,D,A D",
  },
  {
    ...{ name: "Away in a Manger", kind: "carol", key: "F major", metre: "3/4", bpm: 96 },
    melody: `c2|c3BA2|A3GF2|F2E2D2|C4C2|C3DC2|C2G2E2|D2C2F2|A4c2|
      c3BA2|A3GF2|F2E2D2|C4C2|B3AG2|A2G2F2|G2D2E2|F4`,
    chords: "F F Bb F C C Bb,C,F F F F Bb F C F Gm,Gm,C F",
  },
  {
    ...{ name: "O Come, O Come, Emmanuel", kind: "hymn", key: "E minor", metre: "4/4", bpm: 92 },
    melody: `E2|G2B2B2B2|AcBAG2A2|B2G2E2G2|AFEDE2A2|A2E2E2F2|G2FED2G2|A2B2B2B2|AcBAG2d2|
      d6B2|B6B2|AcBAG2A2|B2G2E2G2|AFEDE2`,
    chords: "Em Am,G G,Em Am,Em Am,Em G,D Am,Em Am,G D,G Em Am,G G,Em Am,Em",
  },
  {
    ...{ name: "Old Hundredth", kind: "hymn", key: "G major", metre: "4/4", bpm: 78 },
    melody: "G2|G2F2E2D2|G2A2B2B2|B2B2A2G2|c2B2A2G2|A2B2A2G2|E2F2G2d2|B2G2A2c2|B2A2G2",
    chords: "G,D,Em,D G,D,G,G Em,Em,D,G C,G,D,G D,G,D,Em C,D,G,D G,Em,D,C G,D,G,G",
  },
  {
    ...{ name: "Austria", kind: "hymn", key: "G major", metre: "4/4", bpm: 88 },
    melody: `G3AB2A2|c2B2AFG2|e2d2c2B2|A2BGd4|G3AB2A2|c2B2AFG2|e2d2c2B2|A2BGd4|
      A2B2AFD2|c2B2AFD2|d2c2B3B|^c2^c2d4|g3ffed2|e3ddcB2|A2BcdecA|G2BAG4`,
    chords: "G,D D,G C,G D,D G,D D,G C,G D,D D D D,G A7,D G,G C,G Am,G,C,D G,D,G,G",
  },
  {
    ...{ name: "God Save the King", kind: "anthem", key: "G major", metre: "3/4", bpm: 84 },
    melody: "G2G2A2|F3GA2|B2B2c2|B3AG2|A2G2F2|G6|d2d2d2|d3cB2|c2c2c2|c3BA2|B2cBAG|B3cd2|ecB2A2|G6",
    chords: "G,Em,Am D,D,D G,Em,C G,D,Em Am,G,D G G G D D G G C,G,D G",
  },
  {
    ...{ name: "Brahms's Lullaby", kind: "song", key: "C major", metre: "3/4", bpm: 78 },
    melody: "EE|G4EE|G4EG|c2B2A2|A2G2DE|F4DE|F4DF|BAG2B2|c4CC|c4AF|G4EC|F2G2A2|G4CC|c4AF|G4EC|F2E2D2|C4",
    chords: "C C C C G G G C F C G C F C G C",
  },
  {
    ...{ name: "Abide with Me", kind: "hymn", key: "Eb major", metre: "4/4", bpm: 80 },
    melody: `G4G2F2|E4B4|c2B2B2A2|G8|G4A2B2|c4B4|A2F2G2=A2|B8|
      G4G2F2|E4B2B2|B2A2A2G2|F8|F4G2A2|G2F2E2A2|G4F4|E8`,
    chords: "Eb,Bb Cm,Eb Ab,Eb,Bb,Bb Eb Eb Ab,Eb F7,F7 Bb Eb,Bb Cm,Eb Bb,C7 Fm Bb Eb,Ab Eb,Bb Eb",
  },
  {
    ...{ name: "Nicaea", kind: "hymn", key: "D major", metre: "4/4", bpm: 96 },
    melody: `D2D2F2F2|A4A4|B4B2B2|A4F4|A3AA2A2|d4c2A2|E2A2B3A|A8|
      D2D2F2F2|A6A2|B4B2B2|A8|d4A4|B2B2F4|G2E2E3D|D8`,
    chords: "D,Bm A,D G D A D,A E7 A D,Bm A,D G D Bm,D G,D Em,A D",
  },
  {
    ...{ name: "Largo of the New World", kind: "air", key: "C major", metre: "4/4", bpm: 50 },
    melody: "E>GG2E>DC2|D>EG>ED4|E>GG2E>DC2|DED>CC4|A>cc2BGA2|A>cBGA4|E>GG2E>DC2|DED>CC4",
    chords: "C,Am G C,Am Dm,G,C,C F,Em,Dm,Am F,Em,Am,Am C,Am Dm,G,C,C",
  },
];
