import type { Dictionary } from "@/lib/language/text";

/** What the words of a search mean, and why two sounds fit. */
export const SEARCH_GRAMMAR: Dictionary = {
  "Type of sound": "Art des Sounds",
  "A tempo is a number of beats a minute, such as bpm:120 or bpm:118-124.":
    "Ein Tempo ist eine Zahl von Schlägen pro Minute, etwa bpm:120 oder bpm:118-124.",
  "A type is loop, one-shot or track.": "Eine Art ist loop, one-shot oder track.",
  "An instrument is a word or words in quotation marks, such as instrument:piano.":
    "Ein Instrument ist ein Wort, oder mehrere in Anführungszeichen, etwa instrument:piano.",
  "A genre is a word or words in quotation marks, such as genre:house.":
    "Ein Genre ist ein Wort, oder mehrere in Anführungszeichen, etwa genre:house.",
  "A mood is a word or words in quotation marks, such as mood:dark.":
    "Eine Stimmung ist ein Wort, oder mehrere in Anführungszeichen, etwa mood:dark.",
  "A length is in seconds or has a unit, such as len:<2, len:500ms or len:1:30.":
    "Eine Länge ist in Sekunden oder hat eine Einheit, etwa len:<2, len:500ms oder len:1:30.",
  "A loudness is a number of LUFS, such as lufs:>-10 or lufs:-14..-8.":
    "Eine Lautheit ist eine Zahl in LUFS, etwa lufs:>-10 oder lufs:-14..-8.",
  "A sample can be corrected, unsure, favourite, duplicate or failed, such as is:favourite.":
    "Ein Sample kann corrected, unsure, favourite, duplicate oder failed sein, etwa is:favourite.",
  "A licence is cc0, cc-by, cc-by-nc or all-rights-reserved, such as licence:cc-by.":
    "Eine Lizenz ist cc0, cc-by, cc-by-nc oder all-rights-reserved, etwa licence:cc-by.",
  "AI training is allowed or not_allowed, such as ai:not_allowed.":
    "KI-Training ist allowed oder not_allowed, etwa ai:not_allowed.",
  "A date is a day, a month or an age, such as added:today, added:2026-11 or added:7d.":
    "Ein Datum ist ein Tag, ein Monat oder ein Alter, etwa added:today, added:2026-11 oder added:7d.",
  "This quotation mark is not closed.": "Dieses Anführungszeichen ist nicht geschlossen.",
  "A search has at most {0} characters. The rest is left out.":
    "Eine Suche hat höchstens {0} Zeichen. Der Rest wird weggelassen.",
  "A search has at most {0} words and filters. The rest is left out.":
    "Eine Suche hat höchstens {0} Wörter und Filter. Der Rest wird weggelassen.",
  'There is no filter "{0}:". Did you mean "{1}:"?': "Es gibt keinen Filter „{0}:“. Meinst du „{1}:“?",
  'There is no filter "{0}:". It is searched as words.': "Es gibt keinen Filter „{0}:“. Er wird als Wörter gesucht.",
  'The sign ~ stands before bpm: and key: only. "{0}:" is taken without it.':
    "Das Zeichen ~ steht nur vor bpm: und key:. „{0}:“ gilt ohne es.",
  "Drums as well": "Auch Drums",
  "Drums beside bass": "Drums neben Bass",
  "Drums beside chords": "Drums neben Akkorden",
  "Drums beside lead": "Drums neben Lead",
  "Bass beside drums": "Bass neben Drums",
  "Bass as well": "Auch Bass",
  "Bass beside chords": "Bass neben Akkorden",
  "Bass beside lead": "Bass neben Lead",
  "Chords beside drums": "Akkorde neben Drums",
  "Chords beside bass": "Akkorde neben Bass",
  "Chords as well": "Auch Akkorde",
  "Chords beside lead": "Akkorde neben Lead",
  "Lead beside drums": "Lead neben Drums",
  "Lead beside bass": "Lead neben Bass",
  "Lead beside chords": "Lead neben Akkorden",
  "Lead as well": "Auch Lead",
  "Same key: {0} ({1})": "Gleiche Tonart: {1}",
  "Relative key: {0} ({1})": "Parallele Tonart: {1}",
  "Neighbouring key: {0} ({1})": "Benachbarte Tonart: {1}",
  "Same key: {0} ({1}), moved up by 1 semitone": "Gleiche Tonart: {1}, einen Halbton höher",
  "Same key: {0} ({1}), moved up by {2} semitones": "Gleiche Tonart: {1}, {2} Halbtöne höher",
  "Relative key: {0} ({1}), moved up by 1 semitone": "Parallele Tonart: {1}, einen Halbton höher",
  "Relative key: {0} ({1}), moved up by {2} semitones": "Parallele Tonart: {1}, {2} Halbtöne höher",
  "Neighbouring key: {0} ({1}), moved up by 1 semitone": "Benachbarte Tonart: {1}, einen Halbton höher",
  "Neighbouring key: {0} ({1}), moved up by {2} semitones": "Benachbarte Tonart: {1}, {2} Halbtöne höher",
  "Same key: {0} ({1}), moved down by 1 semitone": "Gleiche Tonart: {1}, einen Halbton tiefer",
  "Same key: {0} ({1}), moved down by {2} semitones": "Gleiche Tonart: {1}, {2} Halbtöne tiefer",
  "Relative key: {0} ({1}), moved down by 1 semitone": "Parallele Tonart: {1}, einen Halbton tiefer",
  "Relative key: {0} ({1}), moved down by {2} semitones": "Parallele Tonart: {1}, {2} Halbtöne tiefer",
  "Neighbouring key: {0} ({1}), moved down by 1 semitone": "Benachbarte Tonart: {1}, einen Halbton tiefer",
  "Neighbouring key: {0} ({1}), moved down by {2} semitones": "Benachbarte Tonart: {1}, {2} Halbtöne tiefer",
  "Drums have no key to clash": "Drums haben keine Tonart, die sich beißt",
  "Perhaps another key: {0} ({1})": "Vielleicht eine andere Tonart: {1}",
  "Perhaps another tempo: {0} BPM": "Vielleicht ein anderes Tempo: {0} BPM",
  "Same tempo: {0} BPM": "Gleiches Tempo: {0} BPM",
  "{0} BPM, double the tempo, to be played {1}% faster": "{0} BPM, doppeltes Tempo, {1} % schneller zu spielen",
  "{0} BPM, double the tempo, to be played {1}% slower": "{0} BPM, doppeltes Tempo, {1} % langsamer zu spielen",
  "{0} BPM, half the tempo, to be played {1}% faster": "{0} BPM, halbes Tempo, {1} % schneller zu spielen",
  "{0} BPM, half the tempo, to be played {1}% slower": "{0} BPM, halbes Tempo, {1} % langsamer zu spielen",
  "{0} BPM, double the tempo": "{0} BPM, doppeltes Tempo",
  "{0} BPM, half the tempo": "{0} BPM, halbes Tempo",
  "{0} BPM, to be played {1}% faster": "{0} BPM, {1} % schneller zu spielen",
  "{0} BPM, to be played {1}% slower": "{0} BPM, {1} % langsamer zu spielen",
  "{0} of their loudness lies in the same bands": "{0} ihrer Lautheit liegt in denselben Bändern",
  "Another metre: {0} beats in a bar": "Andere Taktart: {0} Schläge im Takt",
  "1 bar beside 1 bar": "1 Takt neben 1 Takt",
  "1 bar beside {0} bars": "1 Takt neben {0} Takten",
  "{0} bars beside 1 bar": "{0} Takte neben 1 Takt",
  "This cannot be heard": "Das lässt sich nicht lesen",
  "There is no sound in it": "Da ist kein Ton drin",
  "Silence is like nothing. Check the microphone, or choose another part.":
    "Stille ähnelt nichts. Prüfe das Mikrofon, oder wähle einen anderen Teil.",
  "The sound is too short to compare": "Der Sound ist zu kurz zum Vergleichen",
  "Give at least 20 ms of sound. Silence at the ends does not count.":
    "Es müssen mindestens 20 ms Ton sein. Stille an den Enden zählt nicht.",
  "The file is too large to search with": "Die Datei ist zu groß zum Suchen",
  "Send at most 16 MB: a minute is enough. A region can be taken from originals of up to 256 MB.":
    "Höchstens 16 MB: Eine Minute reicht. Ein Teil lässt sich aus Originalen von bis zu 256 MB nehmen.",
  "Too many sounds are waiting to be heard": "Zu viele Sounds warten",
  "Send it again when the others have been answered.": "Versuch es noch einmal, wenn die anderen fertig sind.",
  "The original is not there any more": "Das Original ist nicht mehr da",
  "A part of a sample is heard from its original. Upload the file again.":
    "Ein Teil eines Samples wird aus seinem Original gelesen. Lade die Datei noch einmal hoch.",
  "The sample ends before this part": "Das Sample endet vor diesem Teil",
  "Choose an earlier start.": "Wähle einen früheren Anfang.",
};
