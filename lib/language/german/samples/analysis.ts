import type { Dictionary } from "@/lib/language/text";

/** What the file would be, for the sentence that it cannot be read. */
const UNREAD: Readonly<Record<string, string>> = {
  "MP3 inside an MP4": "MP3 in einer MP4-Datei",
  "xHE-AAC (USAC)": "xHE-AAC (USAC)",
  "an old Macintosh recording (MACE)": "eine alte Macintosh-Aufnahme (MACE)",
  "an old QuickTime recording (QDesign)": "eine alte QuickTime-Aufnahme (QDesign)",
  "a voice recording (Speex)": "eine Sprachaufnahme (Speex)",
  "a telephone recording (AMR)": "eine Telefonaufnahme (AMR)",
  "a free-format MP3": "ein MP3 im freien Format",
  "Windows Media Audio (WMA)": "Windows Media Audio (WMA)",
  "a Matroska or WebM file": "eine Matroska- oder WebM-Datei",
  "an AVI video": "ein AVI-Video",
  "an MPEG video": "ein MPEG-Video",
  "a Flash video": "ein Flash-Video",
  "a RealAudio file": "eine RealAudio-Datei",
  "Monkey's Audio (APE)": "Monkey’s Audio (APE)",
  "a WavPack file": "eine WavPack-Datei",
  "a Musepack file": "eine Musepack-Datei",
  "a True Audio (TTA) file": "eine True-Audio-Datei (TTA)",
  "an OptimFROG file": "eine OptimFROG-Datei",
  "a Shorten file": "eine Shorten-Datei",
  "a TAK file": "eine TAK-Datei",
  "one-bit DSD sound": "Ein-Bit-Klang (DSD)",
  "a Sound Designer II file": "eine Sound-Designer-II-Datei",
  "an Amiga sound (8SVX)": "ein Amiga-Klang (8SVX)",
  "a Creative Voice (VOC) file": "eine Creative-Voice-Datei (VOC)",
  "a ReCycle (REX) loop": "ein ReCycle-Loop (REX)",
};

const UNREAD_SENTENCES = Object.fromEntries(
  Object.entries(UNREAD).map(([english, german]) => [
    `This is ${english}, which cannot be read. Convert it to WAV, FLAC or MP3.`,
    `Das ist ${german} und lässt sich nicht lesen. Wandle es in WAV, FLAC oder MP3 um.`,
  ]),
);

/** Why the analysis found no value, why it failed, and what it left out. */
export const ANALYSIS: Dictionary = {
  ...UNREAD_SENTENCES,
  "This is {0}, which cannot be read. Convert it to WAV, FLAC or MP3.":
    "Dieses Format lässt sich nicht lesen ({0}). Wandle es in WAV, FLAC oder MP3 um.",
  "A single sound has no genre.": "Ein einzelner Klang hat kein Genre.",
  "Less than four seconds are too few for a genre.": "Weniger als vier Sekunden sind zu wenig für ein Genre.",
  "Nothing here points to one of the genres that the analyser knows.":
    "Nichts deutet hier auf eines der Genres hin, die die Analyse kennt.",
  "There is no tempo here, so there are no beats to count.": "Hier gibt es kein Tempo, also auch keine Schläge.",
  "Too few beats sound here to follow them.": "Hier klingen zu wenige Schläge, um ihnen zu folgen.",
  "The file is silent.": "Die Datei ist stumm.",
  "A single note sounds here; a chord needs several.":
    "Hier klingt ein einzelner Ton; für einen Akkord braucht es mehrere.",
  "No chords are heard: this sounds like drums, noise or speech.":
    "Akkorde sind nicht zu hören: Es klingt nach Schlagzeug, Rauschen oder Sprache.",
  "Melody or bass lines alone: no triad is held.": "Nur Melodie- oder Basslinien: Kein Dreiklang wird gehalten.",
  "No chord lasts long enough to name.": "Kein Akkord dauert lange genug, um ihn zu benennen.",
  "The file is silent, so there is nothing to recognise it by.":
    "Die Datei ist stumm. Es gibt nichts, woran sie zu erkennen wäre.",
  "The file is silent, so there is no instrument in it.": "Die Datei ist stumm, also ist kein Instrument darin.",
  "The file is silent, so it has no key.": "Die Datei ist stumm, also hat sie keine Tonart.",
  "A single note sounds here; a key needs several.":
    "Hier klingt ein einzelner Ton; für eine Tonart braucht es mehrere.",
  "No key stands out: this sounds like drums, noise or speech.":
    "Keine Tonart sticht heraus: Es klingt nach Schlagzeug, Rauschen oder Sprache.",
  "Only drums are heard here. They may be tuned, but they have no key.":
    "Hier ist nur Schlagzeug zu hören. Es mag gestimmt sein, hat aber keine Tonart.",
  "Loudness is defined over 0.4 seconds or more. This sound is shorter, so its level is measured without a gate.":
    "Lautheit ist ab 0,4 Sekunden definiert. Dieser Klang ist kürzer, daher wird sein Pegel ohne Gate gemessen.",
  "Nothing in the file is louder than -70 LUFS, the standard's silence gate.":
    "Nichts in der Datei ist lauter als −70 LUFS, die Schwelle der Norm für Stille.",
  "The file is silent, so it has no pitch.": "Die Datei ist stumm, also hat sie keine Tonhöhe.",
  "Pitch is that of a single note; this is more.": "Eine Tonhöhe hat ein einzelner Ton; das hier ist mehr.",
  "No single note stands out in this sound.": "Aus diesem Klang sticht kein einzelner Ton heraus.",
  "The file is silent, so it has no rhythm.": "Die Datei ist stumm, also hat sie keinen Rhythmus.",
  "The file is silent, so it has no sections.": "Die Datei ist stumm, also hat sie keine Abschnitte.",
  "Only whole tracks have sections.": "Nur ganze Tracks haben Abschnitte.",
  "The track is too short to have sections.": "Der Track ist zu kurz für Abschnitte.",
  "The file is silent, so it has no timbre.": "Die Datei ist stumm, also hat sie keine Klangfarbe.",
  "The file has one channel, so there is no stereo image.": "Die Datei hat nur einen Kanal, also kein Stereobild.",
  "The sound is too short to have a tempo.": "Der Klang ist zu kurz für ein Tempo.",
  "Nothing is struck or plucked here, so there is no beat to count.":
    "Hier wird nichts geschlagen oder gezupft, also gibt es keinen Schlag zu zählen.",
  "No regular pulse was found: this sounds like a single hit or a free texture.":
    "Kein regelmäßiger Puls gefunden: Es klingt nach einem einzelnen Schlag oder einer freien Textur.",
  "No pitches stand out that could be in or out of tune.": "Keine Töne stechen heraus, die gestimmt sein könnten.",
  "The key was not measured when this sample was analysed.":
    "Die Tonart wurde bei der Analyse dieses Samples nicht gemessen.",
  "A single note sounds here. It has a pitch, but no key or chords.":
    "Hier klingt ein einzelner Ton. Er hat eine Tonhöhe, aber weder Tonart noch Akkorde.",
  "This is a single sound. A key and chords need several.":
    "Das ist ein einzelner Klang. Tonart und Akkorde brauchen mehrere.",
  "Less than a second is too short for a key or chords.":
    "Weniger als eine Sekunde ist zu kurz für Tonart oder Akkorde.",
  "Corrected to no key.": "Korrigiert: keine Tonart.",
  "Corrected to no tempo.": "Korrigiert: kein Tempo.",

  "The file is empty. Export or copy it again.": "Die Datei ist leer. Exportiere oder kopiere sie noch einmal.",
  "This file contains no audio.": "Diese Datei enthält kein Audio.",
  "This audio format cannot be read. Export it as WAV, AIFF, FLAC, MP3, Ogg Vorbis, Opus or M4A (AAC or Apple Lossless).":
    "Dieses Audioformat lässt sich nicht lesen. Exportiere es als WAV, AIFF, FLAC, MP3, Ogg Vorbis, Opus oder M4A (AAC oder Apple Lossless).",
  "The file is damaged and cannot be decoded. Export or copy it again.":
    "Die Datei ist beschädigt und lässt sich nicht dekodieren. Exportiere oder kopiere sie noch einmal.",
  "The file has a header but contains no sound.": "Die Datei hat einen Kopf, enthält aber keinen Klang.",
  "The recording is too long to analyse. Split it into parts of at most 12 hours, or ten minutes if it is almost silent.":
    "Die Aufnahme ist zu lang für die Analyse. Teile sie in Stücke von höchstens 12 Stunden, oder von zehn Minuten, wenn sie fast stumm ist.",
  "The file is too large. Export it in a compressed format or split it.":
    "Die Datei ist zu groß. Exportiere sie in einem komprimierten Format oder teile sie.",
  "The file has more than eight channels. Export a mix of up to 7.1.":
    "Die Datei hat mehr als acht Kanäle. Exportiere einen Mix bis 7.1.",
  "The sample rate is not between 4 and 384 kHz. Export the file at 44.1 or 48 kHz.":
    "Die Abtastrate liegt nicht zwischen 4 und 384 kHz. Exportiere die Datei mit 44,1 oder 48 kHz.",
  "The file needs far more memory than audio should. It is probably damaged: export it again.":
    "Die Datei braucht weit mehr Speicher, als Audio sollte. Wahrscheinlich ist sie beschädigt: Exportiere sie noch einmal.",
  "The analysis did not finish in time. The file may be damaged: try again, or export it again.":
    "Die Analyse wurde nicht rechtzeitig fertig. Vielleicht ist die Datei beschädigt: Versuch es noch einmal, oder exportiere sie neu.",
  "The decoder crashed on this file. It is probably damaged: try again, or export it again.":
    "Der Decoder ist an dieser Datei abgestürzt. Wahrscheinlich ist sie beschädigt: Versuch es noch einmal, oder exportiere sie neu.",
  "There is no file at this path.": "Unter diesem Pfad gibt es keine Datei.",
  "The file cannot be opened. Check that it is a file and that you have permission to read it.":
    "Die Datei lässt sich nicht öffnen. Prüfe, ob es eine Datei ist und ob du sie lesen darfst.",
  "The analysis was stopped before it was done. Your file has been kept: try again.":
    "Die Analyse wurde vorher beendet. Deine Datei ist noch da: Versuch es noch einmal.",
  "Something went wrong on our side while analysing this file. Try again.":
    "Bei der Analyse dieser Datei ist auf unserer Seite etwas schiefgegangen. Versuch es noch einmal.",
  "This is a tracker module: notes and samples, not a recording. Play it in a tracker and export it as WAV.":
    "Das ist ein Tracker-Modul: Noten und Samples, keine Aufnahme. Spiele es in einem Tracker ab und exportiere es als WAV.",
  "This is MIDI: notes, not sound. Play it with an instrument and export the sound as WAV, FLAC or MP3.":
    "Das ist MIDI: Noten, kein Klang. Spiele es mit einem Instrument ab und exportiere den Klang als WAV, FLAC oder MP3.",
  "This file is protected (DRM), so only its shop's player can open it. Get a copy without protection.":
    "Diese Datei ist geschützt (DRM), daher öffnet sie nur der Player ihres Shops. Besorge dir eine Kopie ohne Schutz.",
  "This is AAC or Apple Lossless, and its decoder is not installed here. Export the file as WAV, FLAC or MP3.":
    "Das ist AAC oder Apple Lossless, und der Decoder dafür ist hier nicht installiert. Exportiere die Datei als WAV, FLAC oder MP3.",
  "This is a video without sound.": "Das ist ein Video ohne Ton.",
  "This is an archive, not sound. Unpack it and take the audio files inside.":
    "Das ist ein Archiv, kein Klang. Entpacke es und nimm die Audiodateien darin.",
  "This is a picture. It contains no audio.": "Das ist ein Bild. Es enthält kein Audio.",
  "This is a web page, not sound: the download went wrong. Download the file again.":
    "Das ist eine Webseite, kein Klang: Der Download ging schief. Lade die Datei noch einmal herunter.",
  "This is a document. It contains no audio.": "Das ist ein Dokument. Es enthält kein Audio.",

  "Parts that were not measured": "Teile, die nicht gemessen wurden",
  "Not all of this file was measured.": "Diese Datei wurde nicht ganz gemessen.",
  "A stretch of {length} at {at} is damaged and was left out.":
    "Bei {at} sind {length} beschädigt und wurden ausgelassen.",
  "The file is damaged at {at}. What could not be read there was left out.":
    "Die Datei ist bei {at} beschädigt. Was dort nicht zu lesen war, wurde ausgelassen.",
  "The file breaks off at {at}: {length} that its header announces are missing.":
    "Die Datei bricht bei {at} ab: Es fehlen {length}, die ihr Kopf ankündigt.",
  "The file breaks off at {at}. It is not known how much is missing.":
    "Die Datei bricht bei {at} ab. Wie viel fehlt, ist nicht bekannt.",
  "From {at} on, about {length} are in a format that cannot be read. They were left out.":
    "Ab {at} sind etwa {length} in einem Format, das sich nicht lesen lässt. Sie wurden ausgelassen.",
  "From {at} on, a part is in a format that cannot be read. It was left out.":
    "Ab {at} ist ein Teil in einem Format, das sich nicht lesen lässt. Er wurde ausgelassen.",
  "The file has another sound track of {length}. Only its first was measured.":
    "Die Datei hat eine weitere Tonspur von {length}. Nur die erste wurde gemessen.",
  "The file has another sound track. Only its first was measured.":
    "Die Datei hat eine weitere Tonspur. Nur die erste wurde gemessen.",
  "After the end of the sound at {at}, the file goes on for as many bytes as {length} of sound. They could not be read.":
    "Nach dem Ende des Klangs bei {at} geht die Datei mit so vielen Bytes weiter wie {length} Klang. Sie waren nicht zu lesen.",
  "After the end of the sound at {at}, the file goes on with bytes that could not be read.":
    "Nach dem Ende des Klangs bei {at} geht die Datei mit Bytes weiter, die nicht zu lesen waren.",
  "{count} more parts were left out.": {
    one: "{count} weiterer Teil wurde ausgelassen.",
    other: "{count} weitere Teile wurden ausgelassen.",
  },
};
