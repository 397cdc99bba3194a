/** A slice of the file: part numbers begin at 1, `endByte` is not in it. */
export interface PlannedPart {
  partNumber: number;
  startByte: number;
  endByte: number;
}

export interface PartPlan {
  remaining: PlannedPart[];
  /** Bytes storage already has, counted once a part. */
  keptBytes: number;
}

/**
 * Which parts are still to be sent. A part counts as kept only at its full size:
 * one that storage has with another size was cut off, and is sent again.
 */
export function planParts(
  sizeBytes: number,
  partSizeBytes: number,
  uploaded: readonly { partNumber: number; sizeBytes: number }[] = [],
): PartPlan {
  const keptSizes = new Map(uploaded.map((part) => [part.partNumber, part.sizeBytes]));
  const count = Math.max(1, Math.ceil(sizeBytes / partSizeBytes));
  const remaining: PlannedPart[] = [];
  let keptBytes = 0;
  for (let partNumber = 1; partNumber <= count; partNumber++) {
    const startByte = (partNumber - 1) * partSizeBytes;
    const endByte = Math.min(sizeBytes, startByte + partSizeBytes);
    if (keptSizes.get(partNumber) === endByte - startByte) keptBytes += endByte - startByte;
    else remaining.push({ partNumber, startByte, endByte });
  }
  return { remaining, keptBytes };
}
