import type { BigIntStats } from "node:fs";

/**
 * Changes whenever the bytes of a file do. The device is no part of it: a disk has another one each time it is
 * connected.
 */
export const fingerprintOf = ({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string =>
  [size, mtimeNs, ctimeNs, ino].join(":");
