import type { Tune } from "./notation";

/** Openings of well-known keyboard and orchestral pieces; `left` is what the left hand plays. */
export const KEYBOARD: readonly Tune[] = [
  {
    ...{ name: "Minuet in G", kind: "minuet", key: "G major", metre: "3/4", bpm: 120 },
    melody: `d2GABc|d2G2G2|e2cdef|g2G2G2|c2dcBA|B2cBAG|A2BAGF|G6|
      b2gabg|a2defd|g2efgd|^c2B^cA2|AB^cdef|g2f2e2|f2A2^c2|d6|
      d2GFG2|e2GFG2|d2c2B2|AGFGA2|DEFGAB|c2B2A2|BdG2F2|G6`,
    left: `G,4A,2|B,6|C6|B,6|A,6|G,6|C2D2D,2|G,4G,,2|
      G,6|F,6|E,2G,2E,2|A,4z2|A,6|B,2D2^C2|D2F,2A,2|D2D,2z2|
      B,4B,2|C4C2|B,2A,2G,2|D2D,4|D4F,2|E2G2F2|G2B,2D2|G2D2G,2`,
  },
  {
    ...{ name: "Sonata in C, K. 545", kind: "sonata", key: "C major", metre: "4/4", bpm: 126 },
    melody: `c4e2g2|B3c/d/c4|a4g2c'2|g3fe4|AB/c/d/e/f/g/ a/g/f/e/d/c/B/A/|GA/B/c/d/e/f/ g/f/e/d/c/B/A/G/|
      FG/A/B/c/d/e/ f/e/d/c/B/A/G/F/|EF/G/A/B/c/d/ e/d/c/B/A/G/F/E/`,
    left: `CGEGCGEG|DGFGCGEG|CAFACGEG|B,GDGCGEG|F,2A,2C2z2|E,2G,2C2z2|D,2F,2B,2z2|C,2E,2A,2z2`,
  },
  {
    ...{ name: "Sonatina in C, op. 36 no. 1", kind: "sonata", key: "C major", metre: "4/4", bpm: 132 },
    melody: "c2ecG2G2|c2ecg4|fedcBcBc|dcBAG4|c2ecG2G2|c2ecg4|fedcBcBc|dcBAG4",
    left: "C2E2E2E2|C2E2E2z2|D2F2G2E2|F2D2G,2z2|C2E2E2E2|C2E2E2z2|D2F2G2E2|F2D2G,2z2",
  },
  {
    ...{ name: "Für Elise", kind: "bagatelle", key: "A minor", metre: "3/4", bpm: 132 },
    melody: `e^d|e^deBdc|A2zCEA|B2zE^GB|c2zEe^d|e^deBdc|A2zCEA|B2zEcB|A4`,
    left: "z2|z6|A,,E,A,z3|E,,E,^G,z3|A,,E,A,z3|z6|A,,E,A,z3|E,,E,^G,z3|A,,E,A,z",
  },
  {
    ...{ name: "Moonlight Sonata", kind: "sonata", key: "C# minor", metre: "4/4", bpm: 54 },
    melody: `(3G,CE(3G,CE(3G,CE(3G,CE|(3G,CE(3G,CE(3G,CE(3G,CE|(3A,CE(3A,CE(3A,=DF(3A,=DF|
      (3G,^B,F(3G,CE(3G,CD(3F,^B,D|(3E,G,C(3G,CE(3G,CE(3G,CE|(3G,DF(3G,DF(3G,DF(3G,DF|(3G,CE(3G,CE(3G,CE(3G,CE`,
    left: "C,8|B,,8|A,,4F,,4|G,,4G,,4|C,8|^B,,8|C,8",
  },
  {
    ...{ name: "Prelude in C", kind: "prelude", key: "C major", metre: "4/4", bpm: 68 },
    melody: [
      "CEGce",
      "CDAdf",
      "B,DGdf",
      "CEGce",
      "CEAea",
      "CD^FAd",
      "B,DGdg",
      "B,CEGc",
      "A,CEGc",
      "D,A,D^Fc",
      "G,B,DGB",
    ]
      .map((chord) => chord.match(/\^?[A-Ga-g],?/g) ?? [])
      .map((t) => [0, 1, 2, 3, 4, 2, 3, 4, 0, 1, 2, 3, 4, 2, 3, 4].map((i) => `${t[i]}/`).join(""))
      .join("|"),
    left: Array(11).fill("z8").join("|"),
  },
  {
    ...{ name: "Jesu, Joy of Man's Desiring", kind: "chorale", key: "G major", metre: "9/8 as 3/4", bpm: 66 },
    melody: `(3zGA|(3Bdc(3ced(3dgf|(3gdB(3GAB(3cde|(3dcB(3ABG(3FGA|(3DFA(3cBA(3BGA|
      (3Bdc(3ced(3dgf|(3gdB(3GAB(3Edc|(3BAG(3DGFG2|G4`,
    left: "z2|G,2E,2B,,2|E,2E,2C,2|G,2D,2D,2|D,2F,2G,2|G,2E,2B,,2|E,2D,2C,2|D,2D,2G,,2|G,,4",
  },
  {
    ...{ name: "Canon in D", kind: "canon", key: "D major", metre: "4/4", bpm: 66 },
    melody: "f4e4|d4c4|B4A4|B4c4|d4c4|B4A4|G4F4|G4E4|DFAGFDFE|DB,DAGBAG|FDEcdfaA|BGAFDd2c",
    left: "D4A,4|B,4F,4|G,4D,4|G,4A,4|D4A,4|B,4F,4|G,4D,4|G,4A,4|D4A,4|B,4F,4|G,4D,4|G,4A,4",
  },
  {
    ...{ name: "Eine kleine Nachtmusik", kind: "serenade", key: "G major", metre: "4/4", bpm: 136 },
    melody: `G2zDG2zD|GDGBd2z2|c2zAc2zA|cAFAD2z2|GzG3BAG|GFF2zAcF|AGG3BAG|GFF2zAcF|GzGzG2z2|G4z4`,
    left: "G,2zD,G,2zD,|G,D,G,B,D2z2|C2zA,C2zA,|CA,F,A,D,2z2|G,G,G,G,G,G,G,G,|D,D,D,D,D,D,D,D,|G,G,G,G,G,G,G,G,|D,D,D,D,D,D,D,D,|G,zG,zG,2z2|G,4z4",
  },
  {
    ...{ name: "Morning Mood", kind: "pastorale", key: "E major", metre: "6/8", bpm: 58 },
    melody: "BGFEFG|BGFEF/G/F/G/|BGBcGc|BGFE3|BGFEFG|BGFEF/G/F/G/|BGBcGc|BGFE3",
    chords: "E E E,C#m E E E E,C#m E",
  },
  {
    ...{ name: "In the Hall of the Mountain King", kind: "march", key: "B minor", metre: "4/4", bpm: 132 },
    melody: `B,CDEFDF2|^ECE2=E=CE2|B,CDEFDFB|AFDFA4|B,CDEFDF2|^ECE2=E=CE2|B,CDEFDFB|AFDFA4`,
    left: `B,,2F,2B,,2F,2|B,,2F,2B,,2F,2|B,,2F,2B,,2F,2|D,2A,2D,2A,2|B,,2F,2B,,2F,2|B,,2F,2B,,2F,2|B,,2F,2B,,2F,2|D,2A,2D,2A,2`,
  },
  {
    ...{ name: "The Entertainer", kind: "rag", key: "C major", metre: "4/4", bpm: 84 },
    melody: `D/^D/|E/cE/cE/c/-c2z/c/d/^d/|e/c/d/eB/dc3D/^D/|E/cE/cE/c/-c3A/G/|^F/A/c/ed/c/A/d3D/^D/|
      E/cE/cE/c/-c2z/c/d/^d/|e/c/d/eB/dc3`,
    chords: "C,F C,G,C,C C,F D7,G C,F C,G,C,C",
  },
];
