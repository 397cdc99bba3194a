import { AnalysisFailure, unsupported } from "@/lib/analysis/record/failures";
import type { FoundFormat } from "@/lib/analysis/record/found-formats";
import { viewOf } from "./byte-source";
import type { AdpcmEncoding, PcmEncoding } from "./pcm-encoding";

const FORMAT_PCM = 1;
const FORMAT_MS_ADPCM = 2;
const FORMAT_FLOAT = 3;
const FORMAT_ALAW = 6;
const FORMAT_MULAW = 7;
const FORMAT_IMA_ADPCM = 0x11;
const FORMAT_EXTENSIBLE = 0xfffe;
/** MPEG of layers I and II, and of layer III. */
const MPEG_FORMATS = new Set([0x50, 0x55]);

/** Registered codecs that are known by name but not read. */
const OTHER_FORMATS: Record<number, FoundFormat> = {
  16: "adpcm",
  18: "adpcm",
  19: "adpcm",
  23: "adpcm",
  32: "adpcm",
  34: "truespeech",
  49: "gsm",
  64: "g72x",
  69: "g72x",
  100: "g72x",
  101: "g72x",
  92: "dts",
  353: "wma",
  352: "wma",
  354: "wma",
  355: "wma",
  512: "adpcm",
  624: "atrac",
  5648: "wma",
  8192: "ac3",
  8193: "dts",
  22127: "rare-wav",
};

/** What a WAVE format block says. */
export interface WavFormat {
  channels: number;
  sampleRateHz: number;
  blockBytes: number;
  speakers: number;
  encoding: PcmEncoding | AdpcmEncoding | "mpeg";
}

/**
 * Reads a `fmt ` chunk.
 * @throws AnalysisFailure `damaged_file`, or `unsupported_format` for a codec that is not read
 */
export function readWavFormat(format: Uint8Array, littleEndian: boolean): WavFormat {
  const fields = viewOf(format);
  const channels = fields.getUint16(2, littleEndian);
  const blockBytes = fields.getUint16(12, littleEndian);
  const bits = format.length >= 16 ? fields.getUint16(14, littleEndian) : 8;
  let tag = fields.getUint16(0, littleEndian);
  let speakers = 0;
  if (tag === FORMAT_EXTENSIBLE) {
    speakers = format.length >= 26 ? fields.getUint32(20, littleEndian) : 0;
    tag = format.length >= 26 ? fields.getUint16(24, littleEndian) : FORMAT_PCM;
  }
  const encoding = MPEG_FORMATS.has(tag)
    ? "mpeg"
    : tag === FORMAT_MS_ADPCM || tag === FORMAT_IMA_ADPCM
      ? adpcmOf(tag, format, { channels, blockBytes, bits, littleEndian })
      : pcmOf(tag, bits, channels > 0 ? blockBytes / channels : 0, littleEndian);
  return { channels, sampleRateHz: fields.getUint32(4, littleEndian), blockBytes, speakers, encoding };
}

function pcmOf(tag: number, bits: number, blockSampleBytes: number, littleEndian: boolean): PcmEncoding {
  const bytes =
    Number.isInteger(blockSampleBytes) && blockSampleBytes * 8 >= bits ? blockSampleBytes : Math.ceil(bits / 8);
  const isInteger = bytes === 1 || bytes === 2 || bytes === 3 || bytes === 4 || bytes === 8;
  if (tag === FORMAT_PCM && isInteger) return { kind: "integer", bytes, littleEndian, signed: bytes > 1 };
  if (tag === FORMAT_FLOAT && (bytes === 4 || bytes === 8)) return { kind: "float", bytes, littleEndian };
  if (tag === FORMAT_ALAW) return { kind: "alaw", bytes: 1 };
  if (tag === FORMAT_MULAW) return { kind: "mulaw", bytes: 1 };
  const detail = `WAV format ${tag}, ${bits} bits`;
  if (tag === FORMAT_PCM || tag === FORMAT_FLOAT || tag === 0) throw new AnalysisFailure("damaged_file", detail);
  throw unsupported(OTHER_FORMATS[tag] ?? "rare-wav", detail);
}

type AdpcmFields = { channels: number; blockBytes: number; bits: number; littleEndian: boolean };

/** The number of samples a block follows from its size. What the header says about it is often wrong. */
function adpcmOf(tag: number, format: Uint8Array, fields: AdpcmFields): AdpcmEncoding {
  const { channels, blockBytes, bits, littleEndian } = fields;
  const headBytes = (tag === FORMAT_IMA_ADPCM ? 4 : 7) * channels;
  const detail = `ADPCM ${tag} of ${bits} bits, ${channels} channels, ${blockBytes} bytes a block`;
  if (bits !== 4 || !littleEndian) throw unsupported("adpcm", detail);
  if (channels < 1 || blockBytes <= headBytes) throw new AnalysisFailure("damaged_file", detail);
  const nibbles = Math.floor(((blockBytes - headBytes) * 2) / channels);
  if (tag === FORMAT_IMA_ADPCM) {
    // Whole words of eight nibbles for each channel in turn.
    return { kind: "ima", blockBytes, blockSamples: 1 + Math.floor(nibbles / 8) * 8 };
  }
  return { kind: "ms", blockBytes, blockSamples: 2 + nibbles, coefficients: msCoefficients(format) };
}

/** Pairs that predict a sample from the two before it. Every file has them, and every file has the same ones. */
const MS_COEFFICIENTS = [256, 0, 512, -256, 0, 0, 192, 64, 240, 0, 460, -208, 392, -232];

function msCoefficients(format: Uint8Array): number[] {
  const pairs = format.length >= 22 ? viewOf(format).getUint16(20, true) : 0;
  if (pairs < 7 || format.length < 22 + pairs * 4) return MS_COEFFICIENTS;
  return Array.from({ length: pairs * 2 }, (_, index) => viewOf(format).getInt16(22 + index * 2, true));
}
