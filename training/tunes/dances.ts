import type { Tune } from "./notation";

/** Dance tunes of Ireland, Britain and America, all traditional. */
export const DANCES: readonly Tune[] = [
  {
    ...{ name: "The Irish Washerwoman", kind: "jig", key: "G major", metre: "6/8", bpm: 116 },
    melody: `dc|BGG DGG|BGB dcB|cAA EAA|cAc edc|BGG DGG|BGB dcB|cBc Adc|BGG Gdc|
      Bgg dgg|Bgg bag|Aff dff|Aff agf|egg dgg|cgg Bgg|cBc Adc|BGG G`,
    chords: "G G Am Am G G Am,D G G G D D C,G C,G Am,D G",
  },
  {
    ...{ name: "Haste to the Wedding", kind: "jig", key: "D major", metre: "6/8", bpm: 112 },
    melody: `A|AFA Agf|ede fdB|AFA AGF|GFG EFG|AFA Agf|ede fdB|A2a faf|ded d2a|
      afa afa|bgb bgb|afa agf|gfg efg|a3 f3|ede fdB|A2a faf|ded d2`,
    chords: "D G,D D A D G,D D D D G D A D G,D D D",
  },
  {
    ...{ name: "The Swallowtail Jig", kind: "jig", key: "E dorian", metre: "6/8", bpm: 110 },
    melody: `E/F/|GEE BEE|GEG BAG|FDD ADD|dcd AGF|GEE BEE|GEG B2c|dcd AGF|GEE E2B|
      Bcd e2f|e2f edB|Bcd e2f|edB d2B|Bcd e2f|e2f edB|dcd AGF|GEE E2`,
    chords: "Em Em D D Em Em D Em Em Em Em D Em Em D Em",
  },
  {
    ...{ name: "Morrison's Jig", kind: "jig", key: "E dorian", metre: "6/8", bpm: 114 },
    melody: `E3 B3|EBE AFD|E3 B3|dcB AFD|E3 B3|EBE AFD|G3 FGA|dAG FED|
      Bee fee|aee fee|Bee fee|a2g fed|Bee fee|aee fee|gfe d2A|BAG FED`,
    chords: "Em Em,D Em D Em Em,D G D Em Em Em D Em Em Em,D Em,D",
  },
  {
    ...{ name: "The Kesh Jig", kind: "jig", key: "G major", metre: "6/8", bpm: 116 },
    melody: `G3 GAB|A3 ABd|edd gdd|edB dBA|GAG GAB|ABA ABd|edd gdB|AGF G3|
      BAB dBd|ege dBG|BAB dBG|ABA AGA|BAB dBd|ege dBd|gfg aga|bgf g3`,
    chords: "G D G C,D G D G D,G G C,G G D G C,G G,D G",
  },
  {
    ...{ name: "Pop Goes the Weasel", kind: "jig", key: "G major", metre: "6/8", bpm: 108 },
    melody: "G2G A2A|BdB G2D|G2G A2A|B3 G2D|G2G A2A|BdB G3|e3 A2c|B3 G3",
    chords: "G,D G G,D G G,D G C,D G",
  },
  {
    ...{ name: "Off She Goes", kind: "jig", key: "D major", metre: "6/8", bpm: 110 },
    melody: "F2A G2B|ABc d2A|F2A G2B|AFD E3|F2A G2B|ABc d2e|f2d g2f|edc d3",
    chords: "D,G D D,G D,A D,G D D,G A,D",
  },
  {
    ...{ name: "Banish Misfortune", kind: "jig", key: "D mixolydian", metre: "6/8", bpm: 112 },
    melody: "fed cAG|AGA cAG|F2D DED|FEF GFG|AGA cAG|AGA cde|fed cAG|Adc d3",
    chords: "D,C D,C D D,C D,C D,C D,C D",
  },
  {
    ...{ name: "The Cliffs of Moher", kind: "jig", key: "A dorian", metre: "6/8", bpm: 112 },
    melody: "a2a bag|eaf ged|c2A BAG|EFG ABd|eaa bag|eaf ged|c2A BAG|EFG A3",
    chords: "Am Am,Em Am,G Em,G Am Am,Em Am,G Em,Am",
  },
  {
    ...{ name: "The Butterfly", kind: "slip jig", key: "E dorian", metre: "9/8", bpm: 116 },
    melody: `B2E G2E F3|B2E G2E FED|B2E G2E F3|B2d d2B AFD|
      B2d e2f g3|B2d g2e dBA|B2d e2f g2a|b2a g2e dBA`,
    chords: "Em,Em,D Em,Em,D Em,Em,D G,G,D Em Em,Em,D Em G,Em,D",
  },
  {
    ...{ name: "Drowsy Maggie", kind: "reel", key: "E dorian", metre: "2/2", bpm: 102 },
    melody: `E2BE dEBE|E2BE AFDF|E2BE dEBE|BABc dAFD|E2BE dEBE|E2BE AFDF|E2BE dEBE|BABc dAFA|
      d2fd c2ec|defg afge|d2fd c2ec|BABc dAFA|d2fd c2ec|defg afge|afge fdec|BABc dAFD`,
    chords: "Em Em,D Em Em,D Em Em,D Em Em,D D,A D D,A Em,D D,A D D,A Em,D",
  },
  {
    ...{ name: "Miss McLeod's Reel", kind: "reel", key: "G major", metre: "2/2", bpm: 104 },
    melody: `G2BG dGBG|B2BA BcBA|G2BG dGBG|A2AG AcBA|G2BG dGBG|B2BA BcBA|G2BG dGBG|A2AG AcBA|
      G2ge dGBG|B2BA BcBA|G2ge dBGB|A2AG AcBA|G2ge dGBG|B2BA BcBA|G2ge dBGB|A2AG AcBA`,
    chords: "G G,D G Am,D G G,D G Am,D G G,D G Am,D G G,D G Am,D",
  },
  {
    ...{ name: "Soldier's Joy", kind: "reel", key: "D major", metre: "2/2", bpm: 100 },
    melody: `dB|AFDF AFDF|A2d2d2cB|AFDF AFDF|G2E2E2dB|AFDF AFDF|A2d2d2fg|afdf gece|d2d2d2`,
    chords: "D D D A D D D,A D",
  },
  {
    ...{ name: "The Wind That Shakes the Barley", kind: "reel", key: "D major", metre: "2/2", bpm: 104 },
    melody: "A2AB AFED|B2BA BcdB|A2AB AFED|gfed BcdB|A2AB AFED|B2BA BcdB|A2AB AFED|gfed BcdB",
    chords: "D G D Em,G D G D Em,G",
  },
  {
    ...{ name: "Cooley's Reel", kind: "reel", key: "E dorian", metre: "2/2", bpm: 106 },
    melody: `EBBA B2EB|B2AB dBAG|FDAD BDAD|FDAD dAFD|EBBA B2EB|B2AB defg|afec dBAF|DEFD E4|
      eBB2 efge|eBB2 gedB|A2FA DAFA|A2FA defg|eBB2 eBgB|eBB2 defg|afec dBAF|DEFD E4`,
    chords: "Em Em D D Em Em D D,Em Em Em D D Em Em D D,Em",
  },
  {
    ...{ name: "Harvest Home", kind: "hornpipe", key: "D major", metre: "2/2", bpm: 82 },
    melody: `D>AF>A D>AF>A|d>ef>e d>cB>A|e>Af>A g>Af>A|e>dc>B A>GF>E|
      D>AF>A D>AF>A|d>ef>e d>cB>A|e>Af>A g>fe>c|d2d2d4`,
    chords: "D D A A D D A D",
  },
  {
    ...{ name: "The Boys of Bluehill", kind: "hornpipe", key: "D major", metre: "2/2", bpm: 84 },
    melody: `dB|BAFA D2dB|BAFA B2de|f2af egfe|dfed B2dB|BAFA D2dB|BAFA B2de|faaf egfe|d2f2d2`,
    chords: "D D D,A G D D D,A D",
  },
  {
    ...{ name: "What Shall We Do with the Drunken Sailor", kind: "shanty", key: "D dorian", metre: "4/4", bpm: 108 },
    melody: `AA/A/AA/A/ ADFA|GG/G/GG/G/ GCEG|AA/A/AA/A/ ABcd|cAGE D2D2|
      A2A>A ADFA|G2G>G GCEG|A2A>A ABcd|cAGE D2D2`,
    chords: "Dm C Dm C,Dm Dm C Dm C,Dm",
  },
  {
    ...{ name: "Yankee Doodle", kind: "march", key: "G major", metre: "2/2", bpm: 104 },
    melody: `G2G2A2B2|G2B2A2D2|G2G2A2B2|G4F4|G2G2A2B2|c2B2A2G2|F2D2E2F2|G4G4|
      E3FE2D2|E2F2G4|D3ED2C2|B,4D4|E3FE2D2|E2F2G2E2|D2G2F2A2|G4G4`,
    chords: "G G,D G G,D G C D G C C G G C C G,D G",
  },
  {
    ...{ name: "Korobeiniki", kind: "song", key: "A minor", metre: "4/4", bpm: 138 },
    melody: `e2Bc d2cB|A2Ac e2dc|B3c d2e2|c2A2A4|zd2f a2gf|e3c e2dc|B2Bc d2e2|c2A2A4`,
    chords: "E Am E Am Dm Am E Am",
  },
  {
    ...{ name: "Ach, du lieber Augustin", kind: "waltz", key: "C major", metre: "3/4", bpm: 156 },
    melody: `G3AGF|E2C2C2|D2G,2G,2|E2C2C2|G3AGF|E2C2C2|D2G,2G,2|C6|
      D2G,2G,2|E2C2C2|D2G,2G,2|E2C2C2|G3AGF|E2C2C2|D2G,2G,2|C6`,
    chords: "C C G C C C G C G C G C C C G C",
  },
  {
    ...{ name: "The Blue Danube", kind: "waltz", key: "D major", metre: "3/4", bpm: 168 },
    melody: `D2|D2F2A2|A4a2|a4f2|f4D2|D2F2A2|A4a2|a4g2|g4C2|
      C2E2B2|B4b2|b4g2|g4C2|C2E2B2|B4b2|b4f2|f4`,
    chords: "D D D D D D A7 A7 A7 A7 A7 A7 A7 A7 D D",
  },
];
