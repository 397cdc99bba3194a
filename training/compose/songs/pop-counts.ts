/**
 * Counts of POP909 (Wang et al., "POP909: a pop-song dataset for music arrangement generation", ISMIR 2020), 873 songs:
 * shares in thousandths, what is rare left out. Degrees are semitones above the tonic, chords are named by theirs.
 */
export const POP_FIRST_CHORD = {
  major: "I 641 IV 118 Isus 81 vi 75 V 14 IVsus 14 iii 10 VI 8 ii 8",
  minor: "i 519 bVI 123 bIII 118 I 84 Isus 49 iv 38 bVII 10",
};

export const POP_LAST_CHORD = {
  major: "I 711 Isus 71 vi 57 IV 49 V 41 bVI 14 iii 10 Vsus 8 iv 8",
  minor: "i 453 I 202 bIII 113 Isus 60 bVI 55 bVII 29 IV 21 V 18 iv 10",
};

/** What follows a chord. */
export const POP_NEXT_CHORD = {
  major: {
    V: "I 443 vi 167 IV 141 iii 75 Isus 40 Vsus 30 V 22 ii 20",
    I: "V 195 vi 179 IV 170 iii 103 I 91 ii 75 Isus 65",
    IV: "V 391 I 184 iii 161 ii 43 IV 40 Vsus 39 vi 28 iv 22",
    vi: "IV 247 ii 198 V 163 iii 131 I 68 vi 40 VIsus 37 II 22",
    iii: "vi 353 IV 240 ii 158 I 49 VI 31 iii 31 V 27",
    ii: "V 557 Vsus 83 iii 74 IV 62 I 58 ii 40 vi 36 II 21",
    Vsus: "V 360 I 304 IV 62 Vsus 62 Isus 50 vi 48 iii 35 ii 21",
    Isus: "I 542 IV 104 V 81 iii 69 vi 58 ii 33 Isus 27",
    II: "V 464 Vsus 104 IV 93 ii 90 iii 58 I 49 vi 32 II 24",
    III: "vi 576 IV 120 ii 45 iii 44 I 38 VI 38 VIsus 29 V 23",
    VIsus: "vi 307 IV 156 ii 131 I 116 V 81 iii 58 VIsus 40 VI 38",
    VI: "ii 340 IV 182 V 148 vi 93 iii 43 I 40 II 32 VIsus 26 IIsus 23",
    IVsus: "I 244 IV 222 V 189 iii 107 Vsus 68 vi 62 ii 31",
    bVII: "I 209 V 161 IV 143 vi 95 bVII 53 Vsus 46 iii 37 ii 33 VI 29",
    iv: "I 394 V 161 iii 146 IV 44 Vsus 39 Isus 39 ii 36 iv 34 vi 32 bVII 22",
    IIsus: "ii 229 V 165 IV 131 I 93 Vsus 80 iii 61 vi 45 II 40 Isus 32 IIsus 27",
  },
  minor: {
    i: "bVI 218 iv 177 bVII 150 v 114 bIII 89 Isus 64 i 55 IV 33 I 25 V 22",
    bVII: "i 304 bIII 269 bVI 129 v 99 iv 35 Isus 27 bVIIsus 24 V 22",
    bVI: "bVII 452 v 106 bIII 96 V 75 i 67 iv 59 bVI 37 bVIIsus 23",
    bIII: "i 208 bVII 154 iv 150 bVI 143 v 71 V 66 bIII 46 bIIIsus 32 IV 26",
    iv: "bVII 292 v 190 i 143 V 106 bVI 82 bIII 50 bVIIsus 21 iv 21",
    v: "i 447 bVI 180 iv 100 bVII 45 bIII 42 I 41 Isus 34 v 31 IV 25",
    V: "i 614 bVI 125 iv 63 Isus 61 I 37 V 21",
    Isus: "i 422 bIII 135 bVI 113 I 90 iv 58 Isus 48 bVII 41 v 23",
    I: "iv 205 i 185 bVI 135 bVII 107 v 76 bIII 70 IV 35 Isus 31 bIIIsus 23 I 21 V 20",
    IV: "V 149 i 146 bVI 145 bVII 143 v 137 I 55 iv 52 bIII 49 Vsus 25 bVIIsus 24",
    bVIIsus: "bVII 334 bIII 168 i 143 bVI 83 bVIIsus 44 v 41 Isus 35 iv 29",
    bIIIsus: "bIII 400 i 109 bVII 89 bVI 68 iv 64 V 59 v 52 IV 43 Isus 32 IVsus 27",
    Vsus: "V 284 i 284 v 117 bVI 117 Isus 41 bIII 39 iv 34 I 23 bVII 23",
    IVsus: "iv 250 v 91 i 88 bVI 80 bIII 77 bVII 69 V 52 Isus 50 IV 47 IVsus 38 bVIIsus 30 bIIIsus 25",
    iio: "V 730 Vsus 51 v 41 I 36 bVI 36 i 36 iio 20",
    bVIsus: "bVI 246 bVII 246 i 158 bIII 115 v 66 bVIIsus 55 V 27 bIIIsus 22 iv 22",
  },
};

export const POP_CHORD_SHARE = {
  major: "V 196 I 191 IV 145 vi 132 iii 93 ii 81 Vsus 28 Isus 28 II 13 III 12 VIsus 12 VI 11 IVsus 10 bVII 8 iv 7",
  minor: "i 212 bVII 158 bVI 135 bIII 106 iv 94 v 92 V 51 Isus 32 I 24 IV 21 bVIIsus 15 bIIIsus 10 Vsus 10 IVsus 8",
};

/** The degree of a melody after another. */
export const POP_NEXT_DEGREE = {
  major: {
    "1": "1 294 2 249 6 168 7 113 3 82 5 77",
    b2: "2 525 b2 175 3 125 6 125 7 50",
    "2": "1 350 3 303 2 211 5 68 6 31 7 24",
    b3: "2 481 b3 290 3 122 1 61 4 30",
    "3": "2 348 3 224 5 185 4 90 1 85 6 51",
    "4": "3 457 4 220 5 188 6 51 2 41 1 38",
    "#4": "b6 340 5 191 6 191 2 149 3 85 4 21 #4 21",
    "5": "5 297 6 239 3 220 1 96 2 64 4 62",
    b6: "b6 298 3 188 6 163 5 143 2 94 1 45 b7 29 7 29",
    "6": "5 324 1 228 6 213 3 87 7 82 2 46",
    b7: "6 522 b7 189 1 89 b6 89 7 56 4 22 5 22",
    "7": "1 401 6 270 7 144 5 110 2 42 3 30",
  },
  minor: {
    "1": "1 297 b7 249 b3 162 5 122 2 111 4 46",
    b2: "2 339 7 161 1 143 b3 125 6 125 b2 89",
    "2": "1 355 b3 272 2 189 b7 96 5 44 4 25",
    b3: "4 278 b3 208 1 203 2 191 5 80 b7 30",
    "3": "3 311 4 183 7 159 2 116 #4 98 5 73 1 43",
    "4": "5 317 b3 279 4 265 b7 48 1 46 2 30",
    "#4": "4 330 5 322 3 157 #4 61 6 44 2 26 b6 26 7 26",
    "5": "4 307 5 248 b7 168 1 123 b3 76 b6 48 2 23",
    b6: "5 445 b6 248 b7 136 4 67 1 48 b3 47",
    "6": "5 432 6 175 7 168 2 64 1 43 4 39 b7 39 #4 21",
    b7: "1 349 5 277 b7 192 4 72 b3 45 b6 40 2 21",
    "7": "1 362 7 213 2 142 5 130 6 76 3 27",
  },
};

export const POP_FIRST_DEGREE = {
  major: "5 374 3 291 1 233 6 46 2 41 4 8",
  minor: "1 373 5 334 b3 155 b7 88 4 26 2 10",
};
