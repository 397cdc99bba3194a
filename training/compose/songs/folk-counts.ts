/**
 * Counts of the Nottingham collection of folk tunes, 960 tunes: shares in thousandths, what is rare left out. Degrees are
 * semitones above the tonic, chords are named by theirs.
 */
export const FOLK_FIRST_CHORD = {
  major: "I 901 V 56 vi 14 ii 12",
  minor: "i 886 V 51 v 38 I 25",
};

/** What follows a chord. */
export const FOLK_NEXT_CHORD = {
  major: {
    I: "V 404 IV 351 ii 116 vi 63 II 30",
    V: "I 857 vi 52 IV 49",
    IV: "I 554 V 318 ii 70 II 25",
    ii: "V 816 I 64 vi 44 III 25",
    vi: "ii 332 V 268 I 96 II 88 iii 78 III 70 IV 52",
    II: "V 969",
    III: "vi 723 IV 86 VI 79 ii 65 I 22",
    bVII: "I 650 IV 150 V 98",
    iii: "vi 445 IV 298 ii 106 V 60 I 37 II 23",
    VI: "ii 648 II 273",
  },
  minor: {
    i: "bVII 339 V 207 v 124 iv 117 bIII 114 IV 49 bVI 25",
    bVII: "i 583 bIII 280 V 38 bVI 30 IV 30",
    V: "i 912 I 33 bVII 21",
    bIII: "bVII 549 bVI 179 i 107 V 55 iv 52 IV 42",
    v: "i 720 bVII 73 IV 73 ii 49 bIII 30 II 24",
    iv: "i 423 V 333 bVII 141 II 45",
    bVI: "bVII 336 bIII 290 V 178 iv 103 v 56",
    IV: "bVII 677 v 129 i 43 bIII 43 V 32 bVI 32 iv 22",
    I: "iv 367 V 333 v 133 IV 100 i 67",
    II: "V 625 v 292 i 83",
    ii: "i 286 v 286 I 286 V 143",
  },
};

export const FOLK_FIRST_DEGREE = {
  major: "5 493 1 220 3 210 6 31 2 18 4 12 7 11",
  minor: "5 512 1 262 b3 138 b7 38 2 25 b6 12 7 12",
};

export const FOLK_FIRST_DOWNBEAT = {
  major: "1 449 5 252 3 243 6 31 2 14",
  minor: "1 512 5 362 b3 125",
};

export const FOLK_LAST_DEGREE = {
  major: "1 855 5 47 6 36 2 26 3 14 4 10",
  minor: "1 823 b3 63 5 38 b7 38 2 25 4 13",
};

/** Intervals in semitones that follow a degree. */
export const FOLK_INTERVALS = {
  major: {
    "1": "2 202 -1 168 0 162 4 156 -5 103 -3 91 7 35 5 21 -8 16 12 15",
    b2: "1 740 3 53 -1 42 0 38 -4 30 -2 23 4 23 8 23 2 11",
    "2": "-2 353 2 298 -3 83 0 81 3 50 5 43 -7 32 -5 12",
    b3: "1 628 -1 152 -3 58 0 47 4 34 9 29 -5 16 2 10",
    "3": "-2 278 1 208 -4 182 3 176 0 78 5 19 -9 18 8 17",
    "4": "-1 424 2 239 -3 146 4 82 0 46 -8 11",
    "#4": "1 684 3 103 -1 51 -4 49 -2 45 2 16 8 12 -6 10 0 10",
    "5": "2 202 -3 199 -2 148 5 142 0 141 -7 31 4 30 9 26 -1 17 -5 15 7 12",
    b6: "1 673 -1 95 -4 56 3 56 -3 33 -2 26 2 26 4 16 0 13",
    "6": "-2 441 2 204 3 97 0 89 -4 56 5 28 -5 17 -7 12 8 12",
    b7: "-1 232 4 184 2 135 -3 98 0 90 1 86 -5 59 -8 31 7 28 9 21",
    "7": "1 472 -2 244 -4 108 3 98 0 41",
  },
  minor: {
    "1": "2 247 0 213 -2 136 -5 90 7 82 3 70 -1 45 12 31 -4 15 5 15 -12 14 10 12",
    "2": "-2 327 1 319 -4 137 3 73 0 35 5 32 -3 28 -7 18",
    b3: "-1 363 2 254 -3 177 4 85 0 71 -5 17 -8 12",
    "4": "2 347 -2 315 -3 172 0 59 5 40 3 20 -7 15 -1 14",
    "5": "-2 276 0 149 5 125 1 93 -7 81 -4 77 3 72 2 48 8 15 -5 14 -1 13 4 12",
    b6: "-1 610 2 164 -3 80 4 75 0 42",
    "6": "1 608 -2 159 2 68 3 47 0 30 -1 27 -9 20 -4 20 10 14",
    b7: "2 231 -3 218 0 104 4 103 -2 82 -1 69 -5 52 5 32 7 29 9 17 -10 17 12 11",
    "7": "1 502 -4 180 3 150 -2 37 0 29 8 29 -1 22 -11 15 9 15",
  },
};
