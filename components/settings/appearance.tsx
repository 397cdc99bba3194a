"use client";

import { useId } from "react";
import { useText } from "#text";
import { useChoices } from "@/components/choices/choices-provider";
import { KeyBeside, KeyName } from "@/components/choices/key-name";
import { Button } from "@/components/ui/button";
import { THEME_CHOICES } from "@/components/ui/theme-choices";
import { chooseByFormAction } from "@/lib/choices/actions";
import type { Choices, Density, Motion } from "@/lib/choices/constants";
import { cn } from "@/lib/cn";
import { LANGUAGE_DESCRIPTIONS, LANGUAGE_NAMES, LANGUAGES } from "@/lib/language/constants";
import { msg, type Text } from "@/lib/language/text";
import { KEY_NOTATIONS, type KeyNotation } from "@/lib/music/key-notations";
import { formatBpm, writeKey } from "@/lib/music/notation";
import { ChoiceTiles } from "./choice-tiles";

/** Each language in its own words, for whoever reads no other. */
const languageChoices = (t: Text) => [
  { value: "auto" as const, label: t("Automatic"), description: t("As this browser asks for") },
  ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], description: LANGUAGE_DESCRIPTIONS[value] })),
];

const MOTION_CHOICES: readonly { value: Motion; label: string; description: string }[] = [
  { value: "system", label: msg("System"), description: msg("Same as this device") },
  { value: "none", label: msg("None"), description: msg("Nothing moves by itself") },
];
const DENSITY_CHOICES: readonly { value: Density; label: string; description: string }[] = [
  { value: "comfortable", label: msg("Comfortable"), description: msg("Rows with room around them") },
  { value: "compact", label: msg("Compact"), description: msg("More rows on the screen") },
];
const NOTATION_NAMES: Readonly<Record<KeyNotation, string>> = {
  musical: msg("Full name"),
  short: msg("Short name"),
  camelot: "Camelot",
  "open-key": "Open Key",
};
const A_MINOR = { tonic: 9, mode: "minor" } as const;
const notationChoices = (t: Text) =>
  KEY_NOTATIONS.map((value) => ({
    value,
    label: t(NOTATION_NAMES[value]),
    description: writeKey(A_MINOR, value, t),
  }));

const inWords = <Choice extends { label: string; description: string }>(choices: readonly Choice[], t: Text) =>
  choices.map((choice) => ({ ...choice, label: t(choice.label), description: t(choice.description) }));

/** What the browser sends without JavaScript. Its answer is the page, drawn as chosen. */
const sendForm = chooseByFormAction as unknown as (fields: FormData) => Promise<void>;

/** Each choice holds at once. Without JavaScript it is a form with a button. */
export function Appearance() {
  const t = useText();
  const { choices, choose } = useChoices();
  const set = <Name extends keyof Choices>(name: Name) => ({
    name,
    value: choices[name],
    onChoose: (value: Choices[Name]) => choose({ [name]: value }),
  });
  return (
    <form action={sendForm} className="flex flex-col gap-6">
      <ChoiceTiles label={t("Language")} choices={languageChoices(t)} {...set("language")} />
      <ChoiceTiles label={t("Theme")} choices={inWords(THEME_CHOICES, t)} {...set("theme")} />
      <ChoiceTiles label={t("Motion")} choices={inWords(MOTION_CHOICES, t)} {...set("motion")} />
      <ChoiceTiles label={t("Lists")} choices={inWords(DENSITY_CHOICES, t)} {...set("density")} />
      <ChoiceTiles label={t("[musical] Keys")} choices={notationChoices(t)} {...set("notation")} />
      <Example />
      <noscript>
        <Button type="submit" variant="primary">
          {t("Save")}
        </Button>
      </noscript>
    </form>
  );
}

const EXAMPLES = [
  { name: "night-bass.wav", bpm: 124, key: { tonic: 9, mode: "minor" } },
  { name: "warm-chords.flac", bpm: 92.5, key: { tonic: 10, mode: "major" } },
  { name: "slow-bells.wav", bpm: 70, key: { tonic: 6, mode: "minor" } },
] as const;

/** Rows as lists have them, in what is chosen. */
function Example() {
  const t = useText();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="eyebrow mb-2">
        {t("Example")}
      </h3>
      <ul className="divide-y divide-border overflow-hidden rounded-md border border-border-strong">
        {EXAMPLES.map(({ name, bpm, key }, index) => (
          <li
            key={name}
            className={cn("flex h-11 items-center gap-4 px-4 text-sm compact:h-8", index === 0 && "bg-primary/10")}
          >
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="figures">{formatBpm(bpm, t)}</span>
            <span className="w-32 truncate sm:w-40">
              <KeyName of={key} />{" "}
              <span className="figures text-muted-foreground text-xs">
                <KeyBeside of={key} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
