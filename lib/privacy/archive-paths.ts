// Names that Windows keeps for devices, whatever follows the first dot.
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const UNSAFE = /[\p{Cc}\p{Cf}<>:"|?*\\/]/gu;
/** File systems take 255 bytes of a name; what makes it unique still has to fit behind it. */
const PART_MAX_BYTES = 200;
const PATH_MAX_BYTES = 2_000;

/**
 * One part of a path as every file system takes it: it cannot lead out of its folder, is no device, carries no control
 * character, and is not too long. What is left of nothing is `untitled`.
 */
export function safePart(part: string): string {
  const clean = part
    .toWellFormed()
    .replace(UNSAFE, "_")
    .replace(/[. ]+$/, "")
    .trim();
  const named = clean === "" || /^\.+$/.test(clean) ? "untitled" : clean;
  return shortened(DEVICE.test(named) ? `_${named}` : named, PART_MAX_BYTES);
}

/** Cut in the stem, so that the extension stays. */
function shortened(name: string, maxBytes: number): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const dot = name.lastIndexOf(".");
  const extension = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : "";
  let stem = extension ? name.slice(0, dot) : name;
  while (stem !== "" && Buffer.byteLength(stem + extension) > maxBytes) stem = [...stem].slice(0, -1).join("");
  return stem + extension;
}

/** Gives each file of an archive a path of its own, also where two differ in case or in Unicode's form alone. */
export class ArchivePaths {
  readonly #taken = new Set<string>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** `root/folder/name`, made safe; ` (2)` and so on before the extension where it is taken. */
  place(folderPath: string, fileName: string): string {
    const folders = folderPath
      .split(/[/\\]/)
      .filter((part) => part !== "" && part !== "." && part !== "..")
      .map(safePart);
    const folder = [this.#root, ...folders].join("/");
    const base = Buffer.byteLength(folder) > PATH_MAX_BYTES ? this.#root : folder;
    const name = safePart(fileName);
    const dot = name.lastIndexOf(".");
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    for (let copy = 1; ; copy++) {
      const path = `${base}/${copy === 1 ? name : `${stem} (${copy})${extension}`}`;
      const key = path.normalize("NFC").toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return path;
    }
  }
}
