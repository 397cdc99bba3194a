/** Size of each part in order: `partSizeBytes`, except that the last takes the rest. Parts count from 1. */
export function partSizes(sizeBytes: number, partSizeBytes: number): number[] {
  const count = Math.ceil(sizeBytes / partSizeBytes);
  return Array.from({ length: count }, (_, index) =>
    index < count - 1 ? partSizeBytes : sizeBytes - partSizeBytes * (count - 1),
  );
}

/** Whether storage has every part with its full size. */
export function hasAllParts(
  uploaded: { partNumber: number; sizeBytes: number }[],
  sizeBytes: number,
  partSizeBytes: number,
): boolean {
  const bySize = new Map(uploaded.map((part) => [part.partNumber, part.sizeBytes]));
  return partSizes(sizeBytes, partSizeBytes).every((size, index) => bySize.get(index + 1) === size);
}
