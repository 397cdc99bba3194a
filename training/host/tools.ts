import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

export type SoundFontName = "fluid" | "musescore" | "trial";

/** The first two, both MIT, are learned from; the third is only tried on. */
const SOUND_FONTS: Record<SoundFontName, { variable: string; path: string; debian: string }> = {
  fluid: { variable: "SOUND_FONT", path: "/usr/share/sounds/sf2/FluidR3_GM.sf2", debian: "fluid-soundfont-gm" },
  musescore: {
    variable: "SECOND_SOUND_FONT",
    path: "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3",
    debian: "musescore-general-soundfont-small",
  },
  trial: { variable: "TRIAL_SOUND_FONT", path: "/usr/share/sounds/sf2/TimGM6mb.sf2", debian: "timgm6mb-soundfont" },
};
const PROGRAMS = ["fluidsynth", "ffmpeg", "espeak-ng"] as const;

/** The file of a sound font, which a variable may name. */
export function soundFontPath(name: SoundFontName): string {
  const { variable, path } = SOUND_FONTS[name];
  return process.env[variable] ?? path;
}

/** What training needs and this machine lacks: a line each, with the Debian package to install. */
export function missingTools(): string[] {
  const programs = PROGRAMS.filter((program) => !starts(program)).map(
    (program) => `${program} cannot be started: apt-get install ${program}`,
  );
  const fonts = (Object.keys(SOUND_FONTS) as SoundFontName[])
    .filter((name) => !existsSync(soundFontPath(name)))
    .map((name) => {
      const { variable, debian } = SOUND_FONTS[name];
      return `${soundFontPath(name)} is missing: apt-get install ${debian}, or name another by ${variable}`;
    });
  return [...programs, ...fonts];
}

function starts(program: string): boolean {
  try {
    execFileSync(program, [program === "ffmpeg" ? "-version" : "--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
