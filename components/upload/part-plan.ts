/** A slice of the file. Part numbers start at 1; `endByte` is exclusive. */
export interface PlannedPart {
  partNumber: number;
  startByte: number;
  endByte: number;
}

export interface PartPlan {
  remaining: PlannedPart[];
  /** Bytes that storage already has, counted once per part. */
  keptBytes: number;
}

/** The parts still to be sent. A stored part of another size was cut off, and is sent again. */
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
