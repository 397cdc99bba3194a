// Names that Windows reserves for devices, whatever follows the first dot.
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const UNSAFE = /[\p{Cc}\p{Cf}<>:"|?*\\/]/gu;
/** File systems allow 255 bytes for a name. What makes it unique must fit after it. */
const PART_MAX_BYTES = 200;
const PATH_MAX_BYTES = 2_000;

/**
 * A part of a path that is safe on every file system: it cannot leave its folder, is not a device, has no control
 * characters and is not too long. If nothing is left, it is `untitled`.
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

/** Cuts the stem, so that the extension stays. */
function shortened(name: string, maxBytes: number): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const dot = name.lastIndexOf(".");
  const extension = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : "";
  let stem = extension ? name.slice(0, dot) : name;
  while (stem !== "" && Buffer.byteLength(stem + extension) > maxBytes) stem = [...stem].slice(0, -1).join("");
  return stem + extension;
}

/** Gives each file of an archive a unique path, even if two differ only in case or Unicode normalisation. */
export class ArchivePaths {
  readonly #taken = new Set<string>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Returns a safe `root/folder/name`; the root may be empty. If it is taken, adds ` (2)` and so on before the extension. */
  place(folderPath: string, fileName: string): string {
    const folders = folderPath
      .split(/[/\\]/)
      .filter((part) => part !== "" && part !== "." && part !== "..")
      .map(safePart);
    const folder = [this.#root, ...folders].filter((part) => part !== "").join("/");
    const base = Buffer.byteLength(folder) > PATH_MAX_BYTES ? this.#root : folder;
    const name = safePart(fileName);
    const dot = name.lastIndexOf(".");
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    for (let copy = 1; ; copy++) {
      const numbered = copy === 1 ? name : `${stem} (${copy})${extension}`;
      const path = base === "" ? numbered : `${base}/${numbered}`;
      const key = path.normalize("NFC").toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return path;
    }
  }
}
