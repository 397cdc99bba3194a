import type { Dictionary } from "@/lib/language/text";

/** What is measured while a sample plays. */
export const METERS: Dictionary = {
  "Live meters: spectrum, stereo image and levels": "Live-Anzeigen: Spektrum, Stereobild und Pegel",
  "This browser does not hand out the sound of what it streams, so there is nothing to measure. Of a part that repeats (R) it does.":
    "Dieser Browser gibt den Klang dessen, was er streamt, nicht heraus. Deshalb gibt es nichts zu messen. Bei einem Teil, der sich wiederholt (R), gibt er ihn heraus.",
  "Levels are measured only on a page that comes by HTTPS or from this machine. The spectrum works without.":
    "Pegel werden nur auf einer Seite gemessen, die über HTTPS oder von diesem Rechner kommt. Das Spektrum geht auch ohne.",
  "The meters could not be loaded. Close them and open them again to try once more.":
    "Die Anzeigen konnten nicht geladen werden. Schließe und öffne sie, um es noch einmal zu versuchen.",
  "Nothing is measured while the sample does not play.": "Solange das Sample nicht läuft, wird nichts gemessen.",
  "Over 0 dBTP": "Über 0 dBTP",
  "No peak over 0 dBTP": "Keine Spitze über 0 dBTP",
  "Measure again": "Neu messen",
  "Hz, dBFS of a sine": "Hz, dBFS eines Sinus",
  "Stereo image": "Stereobild",
  "auto-scaled": "automatisch skaliert",
  Levels: "Pegel",
  "dBTP and RMS, LUFS": "dBTP und RMS, LUFS",
  "Levels of the channels": "Pegel der Kanäle",
  "True peak, dBTP": "True Peak, dBTP",
  "Largest, dBTP": "Höchster, dBTP",
  "RMS 0.3 s, dBFS": "RMS 0,3 s, dBFS",
  "Now, LUFS": "Jetzt, LUFS",
  "Largest, LUFS": "Höchste, LUFS",
  "Momentary (M), 0.4 s": "Momentan (M), 0,4 s",
  "Short-term (S), 3 s": "Kurzzeit (S), 3 s",
  "Integrated, since the measuring began": "Integriert, seit Beginn der Messung",
};
