/** `1m02.500`: a position as a part of a file's name, where colons are not allowed. */
function positionInName(seconds: number): string {
  const whole = Math.round(seconds * 1000);
  const minutes = Math.floor(whole / 60_000);
  return `${minutes}m${((whole % 60_000) / 1000).toFixed(3).padStart(6, "0")}`;
}

const stemOf = (fileName: string) => {
  const dot = fileName.lastIndexOf(".");
  return dot > 0 ? fileName.slice(0, dot) : fileName;
};

/** `Night drive 0m01.500-0m03.250.wav`. */
export function regionName(
  fileName: string,
  { startSeconds, endSeconds }: { startSeconds: number; endSeconds: number },
) {
  return `${stemOf(fileName)} ${positionInName(startSeconds)}-${positionInName(endSeconds)}.wav`;
}

/** `Night drive slices.wav`, `Night drive kick.wav`. */
export const partName = (fileName: string, part: string) => `${stemOf(fileName)} ${part}.wav`;
