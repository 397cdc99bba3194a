import { AnalysisFailure, unsupported } from "@/lib/analysis/record/failures";
import type { FoundFormat } from "@/lib/analysis/record/found-formats";
import { AAC_CHANNELS, AAC_RATES_HZ, FOUR_CHANNEL_SPEAKERS } from "./adts-frames";
import { ascii, viewOf } from "./byte-source";
import { boxAlong } from "./mp4-boxes";
import type { Mp4Track } from "./mp4-track";

const ALAC_COOKIE_BYTES = 24;
const AAC_OBJECT_TYPES = new Set([0, 0x40, 0x66, 0x67, 0x68]);

/** What an audio track's sample description says, or a CAF's. */
export interface SampleEntry {
  codec: Mp4Track["codec"];
  config: Uint8Array;
  sampleRateHz: number;
  channels: number;
  /** Samples an access unit, without the doubling of HE-AAC. */
  unitSamples: number;
  speakers?: number;
}

/** Codecs in MP4 and QuickTime that are known by name but not read. */
const OTHER_ENTRIES: Record<string, FoundFormat> = {
  drms: "protected",
  enca: "protected",
  aavd: "protected",
  "ac-3": "ac3",
  "ec-3": "ac3",
  samr: "amr",
  sawb: "amr",
  MAC3: "mace",
  MAC6: "mace",
  QDMC: "qdesign",
  QDM2: "qdesign",
  agsm: "gsm",
  dtsc: "dts",
  dtse: "dts",
  fLaC: "mp4-flac",
  Opus: "mp4-opus",
  ".mp3": "mp4-mp3",
  sowt: "mov-pcm",
  twos: "mov-pcm",
  "raw ": "mov-pcm",
  in24: "mov-pcm",
  in32: "mov-pcm",
  fl32: "mov-pcm",
  fl64: "mov-pcm",
  lpcm: "mov-pcm",
  ipcm: "mov-pcm",
  fpcm: "mov-pcm",
  ima4: "mov-pcm",
  ulaw: "mov-pcm",
  alaw: "mov-pcm",
};

const USAC = 42;

/** ISO/IEC 14496-12 §12.2.3; QuickTime's version 1 adds 16 bytes, and version 2 states its own size. */
export function readSampleEntry(stsd: Uint8Array | null): SampleEntry | AnalysisFailure {
  if (!stsd || stsd.length < 8 + 36) return new AnalysisFailure("damaged_file", "no sample description");
  const entry = stsd.subarray(8);
  const view = viewOf(entry);
  const type = ascii(entry, 4, 4);
  const version = view.getUint16(16);
  const headBytes = version === 1 ? 52 : version === 2 && entry.length >= 40 ? view.getUint32(36) : 36;
  const inside = entry.subarray(headBytes);
  const children = boxAlong(inside, "wave") ?? inside;
  if (type === "alac") return alacEntry(boxAlong(children, "alac")?.subarray(4) ?? null);
  if (type === "mp4a") return aacEntry(boxAlong(children, "esds")?.subarray(4) ?? null, view.getUint16(24));
  return unsupported(OTHER_ENTRIES[type] ?? "rare-mp4", `MP4 with ${JSON.stringify(type)}`);
}

/** Apple Lossless, from its 24 bytes of configuration. */
export function alacEntry(cookie: Uint8Array | null): SampleEntry | AnalysisFailure {
  if (!cookie || cookie.length < ALAC_COOKIE_BYTES) return new AnalysisFailure("damaged_file", "no ALAC cookie");
  const config = cookie.slice(0, ALAC_COOKIE_BYTES);
  const view = viewOf(config);
  const frameSamples = view.getUint32(0);
  const bits = view.getUint8(5);
  // The decoder allocates by these numbers.
  const sane = frameSamples > 0 && frameSamples <= 65_536 && [16, 20, 24, 32].includes(bits);
  if (!sane) return new AnalysisFailure("damaged_file", `ALAC frames of ${frameSamples} samples, ${bits} bits`);
  const channels = view.getUint8(9);
  const speakers = channels === 4 ? { speakers: FOUR_CHANNEL_SPEAKERS } : {};
  return { codec: "alac", config, channels, sampleRateHz: view.getUint32(20), unitSamples: frameSamples, ...speakers };
}

/** AAC, from its elementary stream descriptor. */
export function aacEntry(esds: Uint8Array | null, declaredChannels: number): SampleEntry | AnalysisFailure {
  const { objectType, config } = esds ? decoderConfig(esds) : { objectType: -1, config: null };
  if (!AAC_OBJECT_TYPES.has(objectType)) return unsupported(otherObject(objectType), `MP4 object type ${objectType}`);
  if (!config || config.length < 2) return new AnalysisFailure("damaged_file", "no AudioSpecificConfig");
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = config;
  const isExtended = first >> 3 === 31;
  if (isExtended && 32 + (((first & 7) << 3) | (second >> 5)) === USAC) return unsupported("xhe-aac");
  const index = ((first & 7) << 1) | (second >> 7);
  const explicitRate = ((second & 0x7f) << 17) | (third << 9) | (fourth << 1) | (fifth >> 7);
  const channelConfig = index === 15 ? (fifth >> 3) & 15 : (second >> 3) & 15;
  return {
    codec: "aac",
    config: config.slice(),
    sampleRateHz: index === 15 ? explicitRate : (AAC_RATES_HZ[index] ?? 0),
    channels: AAC_CHANNELS[channelConfig] || declaredChannels,
    unitSamples: 1024,
    ...(channelConfig === 4 ? { speakers: FOUR_CHANNEL_SPEAKERS } : {}),
  };
}

function otherObject(objectType: number): FoundFormat {
  if (objectType === 0xa5 || objectType === 0xa6) return "ac3";
  if (objectType === 0x69 || objectType === 0x6b) return "mp4-mp3";
  return objectType === 0xa9 || objectType === 0xac ? "dts" : "rare-mp4";
}

/** Descriptors of ISO/IEC 14496-1 §7.2.6: object type, and the decoder-specific bytes. */
function decoderConfig(esds: Uint8Array): { objectType: number; config: Uint8Array | null } {
  let objectType = 0;
  for (let at = 0; at < esds.length - 1; ) {
    const tag = esds[at++];
    let length = 0;
    for (let count = 0; count < 4 && at < esds.length; count++) {
      const byte = esds[at++] ?? 0;
      length = (length << 7) | (byte & 0x7f);
      if ((byte & 0x80) === 0) break;
    }
    if (tag === 3) at += 3;
    else if (tag === 4) {
      objectType = esds[at] ?? 0;
      at += 13;
    } else if (tag === 5) return { objectType, config: esds.subarray(at, at + length) };
    else at += length;
  }
  return { objectType, config: null };
}
