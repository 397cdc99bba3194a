import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tone } from "@/tests/factories/sounds";

const FILES_A_FOLDER = 100;

/** Fills the folder with short sounds of which no two have the same bytes, a hundred to a folder of its own. */
export function writeSmallFiles(folder: string, count: number, seconds: number): void {
  for (let index = 0; index < count; index++) {
    const inside = join(folder, `pack ${Math.floor(index / FILES_A_FOLDER)}`);
    if (index % FILES_A_FOLDER === 0) mkdirSync(inside, { recursive: true });
    const name = `hit ${String(index).padStart(5, "0")}.wav`;
    writeFileSync(join(inside, name), tone(60 + index * 0.37, seconds));
  }
}
