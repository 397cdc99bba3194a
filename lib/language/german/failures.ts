import type { Dictionary } from "@/lib/language/text";

const unread = (english: string, german: string) =>
  [
    `This is ${english}, which cannot be read. Convert it to WAV, FLAC or MP3.`,
    `Das ist ${german}. Das kann nicht gelesen werden. Wandle es in WAV, FLAC oder MP3 um.`,
  ] as const;

/** Why a file could not be analysed. */
export const FAILURES: Dictionary = {
  "The file is empty. Export or copy it again.": "Die Datei ist leer. Exportiere oder kopiere sie noch einmal.",
  "This file contains no audio.": "In dieser Datei ist kein Audio.",
  "This audio format cannot be read. Export it as WAV, AIFF, FLAC, MP3, Ogg Vorbis, Opus or M4A (AAC or Apple Lossless).":
    "Dieses Audioformat kann nicht gelesen werden. Exportiere es als WAV, AIFF, FLAC, MP3, Ogg Vorbis, Opus oder M4A (AAC oder Apple Lossless).",
  "The file is damaged and cannot be decoded. Export or copy it again.":
    "Die Datei ist beschädigt und lässt sich nicht dekodieren. Exportiere oder kopiere sie noch einmal.",
  "The file has a header but contains no sound.": "Die Datei hat einen Kopf, aber keinen Ton.",
  "The recording is too long to analyse. Split it into parts of at most 12 hours, or ten minutes if it is almost silent.":
    "Die Aufnahme ist zu lang für eine Analyse. Teile sie in Stücke von höchstens 12 Stunden, oder zehn Minuten, wenn sie fast still ist.",
  "The file is too large. Export it in a compressed format or split it.":
    "Die Datei ist zu groß. Exportiere sie in einem komprimierten Format oder teile sie.",
  "The file has more than eight channels. Export a mix of up to 7.1.":
    "Die Datei hat mehr als acht Kanäle. Exportiere einen Mix bis 7.1.",
  "The sample rate is not between 4 and 384 kHz. Export the file at 44.1 or 48 kHz.":
    "Die Abtastrate liegt nicht zwischen 4 und 384 kHz. Exportiere die Datei mit 44,1 oder 48 kHz.",
  "The file needs far more memory than audio should. It is probably damaged: export it again.":
    "Die Datei braucht viel mehr Arbeitsspeicher, als Audio brauchen sollte. Sie ist wohl beschädigt: Exportiere sie noch einmal.",
  "The analysis did not finish in time. The file may be damaged: try again, or export it again.":
    "Die Analyse wurde nicht rechtzeitig fertig. Vielleicht ist die Datei beschädigt: Versuch es noch einmal oder exportiere sie neu.",
  "The decoder crashed on this file. It is probably damaged: try again, or export it again.":
    "Der Decoder ist an dieser Datei abgestürzt. Sie ist wohl beschädigt: Versuch es noch einmal oder exportiere sie neu.",
  "There is no file at this path.": "An diesem Pfad ist keine Datei.",
  "The file cannot be opened. Check that it is a file and that you have permission to read it.":
    "Die Datei lässt sich nicht öffnen. Prüfe, ob es eine Datei ist und ob du sie lesen darfst.",
  "The analysis was stopped before it was done. Your file has been kept: try again.":
    "Die Analyse wurde gestoppt, bevor sie fertig war. Deine Datei ist noch da: Versuch es noch einmal.",
  "Something went wrong on our side while analysing this file. Try again.":
    "Beim Analysieren dieser Datei ist bei uns etwas schiefgegangen. Versuch es noch einmal.",
  ...Object.fromEntries([
    unread("a WAV with a rare kind of ADPCM", "eine WAV-Datei mit einer seltenen Art von ADPCM"),
    unread("a telephone recording (GSM)", "eine Telefonaufnahme (GSM)"),
    unread("a telephone recording (G.72x)", "eine Telefonaufnahme (G.72x)"),
    unread("Dolby Digital sound (AC-3)", "Dolby-Digital-Ton (AC-3)"),
    unread("DTS sound", "DTS-Ton"),
    unread("ATRAC sound", "ATRAC-Ton"),
    unread("a voice recording (TrueSpeech)", "eine Sprachaufnahme (TrueSpeech)"),
    unread("a WAV with a rare codec", "eine WAV-Datei mit einem seltenen Codec"),
    unread("an AIFF with a rare codec", "eine AIFF-Datei mit einem seltenen Codec"),
    unread("an AU file with a rare codec", "eine AU-Datei mit einem seltenen Codec"),
    unread("a CAF file with a rare codec", "eine CAF-Datei mit einem seltenen Codec"),
    unread("an MP4 with a rare sound codec", "eine MP4-Datei mit einem seltenen Ton-Codec"),
    unread("an Ogg file with a rare codec", "eine Ogg-Datei mit einem seltenen Codec"),
    unread("a QuickTime or MP4 film with uncompressed sound", "ein QuickTime- oder MP4-Film mit unkomprimiertem Ton"),
    unread("FLAC inside an MP4", "FLAC in einer MP4-Datei"),
    unread("Opus inside an MP4", "Opus in einer MP4-Datei"),
    unread("MP3 inside an MP4", "MP3 in einer MP4-Datei"),
    unread("xHE-AAC (USAC)", "xHE-AAC (USAC)"),
    unread("an old Macintosh recording (MACE)", "eine alte Macintosh-Aufnahme (MACE)"),
    unread("an old QuickTime recording (QDesign)", "eine alte QuickTime-Aufnahme (QDesign)"),
    unread("a voice recording (Speex)", "eine Sprachaufnahme (Speex)"),
    unread("a telephone recording (AMR)", "eine Telefonaufnahme (AMR)"),
    unread("a free-format MP3", "eine MP3-Datei mit freier Bitrate"),
    unread("Windows Media Audio (WMA)", "Windows Media Audio (WMA)"),
    unread("a Matroska or WebM file", "eine Matroska- oder WebM-Datei"),
    unread("an AVI video", "ein AVI-Video"),
    unread("an MPEG video", "ein MPEG-Video"),
    unread("a Flash video", "ein Flash-Video"),
    unread("a RealAudio file", "eine RealAudio-Datei"),
    unread("Monkey's Audio (APE)", "Monkey's Audio (APE)"),
    unread("a WavPack file", "eine WavPack-Datei"),
    unread("a Musepack file", "eine Musepack-Datei"),
    unread("a True Audio (TTA) file", "eine True-Audio-Datei (TTA)"),
    unread("an OptimFROG file", "eine OptimFROG-Datei"),
    unread("a Shorten file", "eine Shorten-Datei"),
    unread("a TAK file", "eine TAK-Datei"),
    unread("one-bit DSD sound", "DSD-Ton mit einem Bit"),
    unread("a Sound Designer II file", "eine Sound-Designer-II-Datei"),
    unread("an Amiga sound (8SVX)", "ein Amiga-Klang (8SVX)"),
    unread("a Creative Voice (VOC) file", "eine Creative-Voice-Datei (VOC)"),
    unread("a ReCycle (REX) loop", "ein ReCycle-Loop (REX)"),
  ]),
  "This is a tracker module: notes and samples, not a recording. Play it in a tracker and export it as WAV.":
    "Das ist ein Tracker-Modul: Noten und Samples, keine Aufnahme. Spiel es in einem Tracker ab und exportiere es als WAV.",
  "This is MIDI: notes, not sound. Play it with an instrument and export the sound as WAV, FLAC or MP3.":
    "Das ist MIDI: Noten, kein Klang. Spiel es mit einem Instrument ab und exportiere den Klang als WAV, FLAC oder MP3.",
  "This file is protected (DRM), so only its shop's player can open it. Get a copy without protection.":
    "Diese Datei ist geschützt (DRM), nur das Programm ihres Shops kann sie öffnen. Besorg dir eine Kopie ohne Schutz.",
  "This is AAC or Apple Lossless, and its decoder is not installed here. Export the file as WAV, FLAC or MP3.":
    "Das ist AAC oder Apple Lossless, und dafür ist hier kein Decoder installiert. Exportiere die Datei als WAV, FLAC oder MP3.",
  "This is a video without sound.": "Das ist ein Video ohne Ton.",
  "This is an archive, not sound. Unpack it and take the audio files inside.":
    "Das ist ein Archiv, kein Klang. Entpacke es und nimm die Audiodateien darin.",
  "This is a picture. It contains no audio.": "Das ist ein Bild. Darin ist kein Audio.",
  "This is a web page, not sound: the download went wrong. Download the file again.":
    "Das ist eine Webseite, kein Klang: Beim Herunterladen ging etwas schief. Lade die Datei noch einmal herunter.",
  "This is a document. It contains no audio.": "Das ist ein Dokument. Darin ist kein Audio.",
};
