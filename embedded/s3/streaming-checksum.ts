import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { createCRC32, createCRC64, type IHasher } from "hash-wasm";

export const checksumAlgorithms = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"] as const;
export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];

export interface Checksum {
  algorithm: ChecksumAlgorithm;
  /** Base64, big-endian. `…-N` is a checksum of the checksums of N parts. */
  value: string;
  type: "FULL_OBJECT" | "COMPOSITE";
}

export interface ChecksumHasher {
  update(bytes: Uint8Array): void;
  digestBase64(): string;
}

/** Castagnoli's polynomial, reflected. */
const CRC32C_POLYNOMIAL = 0x82f63b78;
/** The NVMe specification's 64-bit polynomial, reflected. */
const CRC64NVME_POLYNOMIAL = "9a6c9329ac4bc9b5";
const digestBytes: Record<ChecksumAlgorithm, number> = { crc32: 4, crc32c: 4, crc64nvme: 8, sha1: 20, sha256: 32 };

export function isChecksumAlgorithm(name: string): name is ChecksumAlgorithm {
  return checksumAlgorithms.some((algorithm) => algorithm === name);
}

/** True if the text is base64 of as many bytes as the algorithm returns. */
export function isChecksumValue(algorithm: ChecksumAlgorithm, value: string): boolean {
  const bytes = Buffer.from(value, "base64");
  return bytes.length === digestBytes[algorithm] && bytes.toString("base64") === value;
}

export async function createChecksumHasher(algorithm: ChecksumAlgorithm): Promise<ChecksumHasher> {
  if (algorithm === "crc32c") return wasmHasher(await createCRC32(CRC32C_POLYNOMIAL));
  if (algorithm === "crc64nvme") return wasmHasher(await createCRC64(CRC64NVME_POLYNOMIAL));
  if (algorithm === "crc32") {
    let state = 0;
    return {
      update(bytes) {
        state = crc32(bytes, state);
      },
      digestBase64() {
        const digest = Buffer.alloc(4);
        digest.writeUInt32BE(state >>> 0);
        return digest.toString("base64");
      },
    };
  }
  const hash = createHash(algorithm);
  return { update: (bytes) => void hash.update(bytes), digestBase64: () => hash.digest("base64") };
}

function wasmHasher(hasher: IHasher): ChecksumHasher {
  hasher.init();
  return {
    update: (bytes) => void hasher.update(bytes),
    digestBase64: () => Buffer.from(hasher.digest("binary")).toString("base64"),
  };
}

/** The checksum of the parts' checksums. Multipart uploads use it unless they ask for the whole object's. */
export async function compositeChecksum(algorithm: ChecksumAlgorithm, partValues: string[]): Promise<Checksum> {
  const hasher = await createChecksumHasher(algorithm);
  for (const value of partValues) hasher.update(Buffer.from(value, "base64"));
  return { algorithm, value: `${hasher.digestBase64()}-${partValues.length}`, type: "COMPOSITE" };
}
