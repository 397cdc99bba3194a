import type { Dictionary } from "@/lib/language/text";

const unread = (english: string, german: string) =>
  [
    `This is ${english}, which cannot be read. Convert it to WAV, FLAC or MP3.`,
    `Das ist ${german} und lässt sich nicht lesen. Wandle es in WAV, FLAC oder MP3 um.`,
  ] as const;

/** Formats that a file turned out to have, and that are not read. */
export const FORMATS: Dictionary = Object.fromEntries([
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
]);
