/** `scan.wat` as WebAssembly. A test compiles the text anew and compares. */
const SCAN_WASM =
  "AGFzbQEAAAABCAFgBH9/f38AAhIBA2VudgZtZW1vcnkCAQGAgAQDAgEABwgBBHNjYW4AAAqRAwGOAwIBfw57IAL9AAQAIQcgAv0ABBAhCCAC/QAEICEJIAL9AAQwIQogAv0ABEAhCyAC/QAEUCEMIAL9AARgIQ0gAv0ABHAhDiAC/QAEgAEhDyAC/QAEkAEhECAC/QAEoAEhESAC/QAEsAEhEiAAIAFB4ABsaiEEAkADQCAAIARPDQEgAP0ABAAhBSAF/YcBIAf9ugEgBf2IASAI/boB/a4BIQYgAP0ABBAhBSAGIAX9hwEgCf26ASAF/YgBIAr9ugH9rgH9rgEhBiAA/QAEICEFIAYgBf2HASAL/boBIAX9iAEgDP26Af2uAf2uASEGIAD9AAQwIQUgBiAF/YcBIA39ugEgBf2IASAO/boB/a4B/a4BIQYgAP0ABEAhBSAGIAX9hwEgD/26ASAF/YgBIBD9ugH9rgH9rgEhBiAA/QAEUCEFIAYgBf2HASAR/boBIAX9iAEgEv26Af2uAf2uASEGIAMgBv0bACAG/RsBaiAG/RsCIAb9GwNqajYCACAAQeAAaiEAIANBBGohAwwACwsL";

/** Writes the scores of `rows` rows from `rowAddress` on, as 32-bit integers, to `scoresAddress`. */
export type Scan = (rowAddress: number, rows: number, queryAddress: number, scoresAddress: number) => void;

export function scanOver(memory: WebAssembly.Memory): Scan {
  const module = new WebAssembly.Module(scanBytes());
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return exports.scan as Scan;
}

export const scanBytes = () => new Uint8Array(Buffer.from(SCAN_WASM, "base64"));
