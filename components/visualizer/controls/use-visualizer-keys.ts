import { useText } from "#text";
import { useKeys, useOwnKeys } from "@/components/keys/use-keys";

export interface VisualizerKeys {
  hideControls: () => void;
  /** Shows the controls again, or closes the picture. */
  leave: () => void;
  fullScreen: () => void;
  caption: () => void;
  calm: () => void;
  photograph: () => void;
  record: () => void;
  newPicture: () => void;
  /** The scene at this place of the menu, from 0. */
  scene: (index: number) => void;
}

const NAMES = ["hideControls", "leave", "fullScreen", "caption", "calm", "photograph", "record", "newPicture"] as const;

/** One key for everything, beside those of the player. */
export function useVisualizerKeys(keys: VisualizerKeys): void {
  const t = useText();
  const once = (act: () => void) => (event: KeyboardEvent) => !event.repeat && act();
  useKeys(Object.fromEntries(NAMES.map((name) => [`visualizer.${name}`, once(keys[name])])));
  useOwnKeys({
    ...{ title: t("Scenes"), lines: [["1 – 9", t("The scene at this place of the menu")]] },
    press: ({ key, repeat }) => {
      if (!/^[1-9]$/.test(key)) return false;
      if (!repeat) keys.scene(Number(key) - 1);
      return true;
    },
  });
}
