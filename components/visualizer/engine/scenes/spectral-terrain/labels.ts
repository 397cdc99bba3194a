import { Group, Sprite, type SpriteMaterial } from "three";
import type { Rgb } from "@/components/visualizer/engine/colour";
import type { Piece } from "@/components/visualizer/engine/piece";
import { SPECTRUM_BANDS } from "@/components/visualizer/engine/scene";
import { bandOf } from "@/components/visualizer/engine/spectrum";
import { disposeLabel, labelMaterial } from "@/components/visualizer/engine/textures";

const SECTIONS_SHOWN = 4;
const SECTION_HEIGHT = 0.5;
/** Written along the line of now. */
const FREQUENCIES = [
  { text: "100 Hz", hertz: 100 },
  { text: "500 Hz", hertz: 500 },
  { text: "1 kHz", hertz: 1000 },
  { text: "4 kHz", hertz: 4000 },
  { text: "10 kHz", hertz: 10_000 },
];
const FREQUENCY_HEIGHT = 0.2;

export interface LabelOptions {
  sections: Piece["sections"];
  colour: Rgb;
  /** Of the land, and how much of it lies ahead. */
  width: number;
  depth: number;
  aheadSeconds: number;
}

/** What is written in the landscape: frequencies in front, and sections at its left edge as they come. */
export class TerrainLabels {
  readonly group = new Group();
  readonly #materials = new Map<string, ReturnType<typeof labelMaterial>>();
  readonly #frequencies: { aspect: number; sprite: Sprite }[] = [];
  readonly #sections: { seconds: number; aspect: number; sprite: Sprite }[] = [];

  constructor(private readonly options: LabelOptions) {
    const { sections, width } = options;
    for (const { text, hertz } of FREQUENCIES) {
      const word = this.#written(text, 0.75);
      if (!word) return;
      const across = (bandOf(hertz, SPECTRUM_BANDS) + 0.5) / SPECTRUM_BANDS;
      word.material.depthTest = false;
      const sprite = this.#add(word.material);
      this.#frequencies.push({ aspect: word.aspect, sprite });
      sprite.position.set((across - 0.5) * width, -0.12, 0.5);
    }
    for (const { startSeconds, label } of sections) {
      const word = this.#written(label, 1);
      if (word) this.#sections.push({ seconds: startSeconds, aspect: word.aspect, sprite: this.#add(word.material) });
    }
  }

  /** @param size of the letters in front; 1 on a wide screen */
  resize(size: number): void {
    for (const { aspect, sprite } of this.#frequencies)
      sprite.scale.set(FREQUENCY_HEIGHT * size * aspect, FREQUENCY_HEIGHT * size, 1);
  }

  place(seconds: number): void {
    const { width, depth, aheadSeconds } = this.options;
    let shown = 0;
    for (const { seconds: at, aspect, sprite } of this.#sections) {
      const place = (at - seconds) / aheadSeconds;
      sprite.visible = place > 0.005 && place < 0.92 && shown < SECTIONS_SHOWN;
      if (!sprite.visible) continue;
      shown += 1;
      // It grows out of the haze.
      const height = SECTION_HEIGHT * Math.min(1, (0.92 - place) * 4);
      sprite.scale.set(height * aspect, height, 1);
      sprite.position.set(-width / 2 - 0.15, 0.45, -place * depth);
    }
  }

  dispose(): void {
    for (const word of this.#materials.values()) if (word) disposeLabel(word.material);
  }

  /** Sections of the same name share what is written. */
  #written(text: string, opacity: number): ReturnType<typeof labelMaterial> {
    const word = this.#materials.get(text) ?? labelMaterial(text, this.options.colour);
    if (word) word.material.opacity = opacity;
    this.#materials.set(text, word);
    return word;
  }

  #add(material: SpriteMaterial): Sprite {
    const sprite = new Sprite(material);
    sprite.renderOrder = 3;
    this.group.add(sprite);
    return sprite;
  }
}
