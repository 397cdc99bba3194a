import { msg } from "@/lib/language/text";
/** What a refused file turned out to be, and what to do about it. A stored failure may end in one of these names. */
export const foundFormatSentences = {
  adpcm: unread("a WAV with a rare kind of ADPCM"),
  gsm: unread("a telephone recording (GSM)"),
  g72x: unread("a telephone recording (G.72x)"),
  ac3: unread("Dolby Digital sound (AC-3)"),
  dts: unread("DTS sound"),
  atrac: unread("ATRAC sound"),
  truespeech: unread("a voice recording (TrueSpeech)"),
  "rare-wav": unread("a WAV with a rare codec"),
  "rare-aiff": unread("an AIFF with a rare codec"),
  "rare-au": unread("an AU file with a rare codec"),
  "rare-caf": unread("a CAF file with a rare codec"),
  "rare-mp4": unread("an MP4 with a rare sound codec"),
  "rare-ogg": unread("an Ogg file with a rare codec"),
  "mov-pcm": unread("a QuickTime or MP4 film with uncompressed sound"),
  "mp4-flac": unread("FLAC inside an MP4"),
  "mp4-opus": unread("Opus inside an MP4"),
  "mp4-mp3": unread("MP3 inside an MP4"),
  "xhe-aac": unread("xHE-AAC (USAC)"),
  mace: unread("an old Macintosh recording (MACE)"),
  qdesign: unread("an old QuickTime recording (QDesign)"),
  speex: unread("a voice recording (Speex)"),
  amr: unread("a telephone recording (AMR)"),
  "free-format-mp3": unread("a free-format MP3"),
  wma: unread("Windows Media Audio (WMA)"),
  matroska: unread("a Matroska or WebM file"),
  avi: unread("an AVI video"),
  "mpeg-video": unread("an MPEG video"),
  flv: unread("a Flash video"),
  realaudio: unread("a RealAudio file"),
  "monkeys-audio": unread("Monkey's Audio (APE)"),
  wavpack: unread("a WavPack file"),
  musepack: unread("a Musepack file"),
  "true-audio": unread("a True Audio (TTA) file"),
  optimfrog: unread("an OptimFROG file"),
  shorten: unread("a Shorten file"),
  tak: unread("a TAK file"),
  dsd: unread("one-bit DSD sound"),
  "sound-designer": unread("a Sound Designer II file"),
  "8svx": unread("an Amiga sound (8SVX)"),
  voc: unread("a Creative Voice (VOC) file"),
  rex: unread("a ReCycle (REX) loop"),
  module: msg(
    "This is a tracker module: notes and samples, not a recording. Play it in a tracker and export it as WAV.",
  ),
  midi: msg("This is MIDI: notes, not sound. Play it with an instrument and export the sound as WAV, FLAC or MP3."),
  protected: msg("This file is protected (DRM), so only its shop's player can open it. Get a copy without protection."),
  "no-aac-decoder": msg(
    "This is AAC or Apple Lossless, and its decoder is not installed here. Export the file as WAV, FLAC or MP3.",
  ),
  "video-without-sound": msg("This is a video without sound."),
  archive: msg("This is an archive, not sound. Unpack it and take the audio files inside."),
  picture: msg("This is a picture. It contains no audio."),
  "web-page": msg("This is a web page, not sound: the download went wrong. Download the file again."),
  document: msg("This is a document. It contains no audio."),
} as const;

export type FoundFormat = keyof typeof foundFormatSentences;

function unread(name: string): string {
  return msg`This is ${name}, which cannot be read. Convert it to WAV, FLAC or MP3.`;
}

export function isFoundFormat(name: string | undefined): name is FoundFormat {
  return name !== undefined && Object.hasOwn(foundFormatSentences, name);
}
