/** Hands a file to the person, as a download. */
export function saveFile(blob: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // The browser has its own hold on it once the download has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const fileNameOf = (sample: string, scene: string, extension: "png" | "webm"): string =>
  `${sample.replace(/\.[^.]+$/, "")} ${scene}.${extension}`;
