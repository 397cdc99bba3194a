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
import type { Text } from "@/lib/language/text";
import { KEY_NOTATIONS, type KeyNotation, writeKey } from "@/lib/music/notation";
import { ChoiceTiles } from "./choice-tiles";

/** Each language in its own words, for whoever reads no other. */
const languageChoices = (t: Text) => [
  { value: "auto" as const, label: t("Automatic"), description: t("As this browser asks for") },
  ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], description: LANGUAGE_DESCRIPTIONS[value] })),
];

const MOTION_CHOICES: readonly { value: Motion; label: string; description: string }[] = [
  { value: "system", label: "System", description: "Same as this device" },
  { value: "none", label: "None", description: "Nothing moves by itself" },
];
const DENSITY_CHOICES: readonly { value: Density; label: string; description: string }[] = [
  { value: "comfortable", label: "Comfortable", description: "Rows with room around them" },
  { value: "compact", label: "Compact", description: "More rows on the screen" },
];
const NOTATION_NAMES: Readonly<Record<KeyNotation, string>> = {
  musical: "Full name",
  short: "Short name",
  camelot: "Camelot",
  "open-key": "Open Key",
};
const A_MINOR = { tonic: 9, mode: "minor" } as const;
const NOTATION_CHOICES = KEY_NOTATIONS.map((value) => ({
  value,
  label: NOTATION_NAMES[value],
  description: writeKey(A_MINOR, value),
}));

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
      <ChoiceTiles label="Theme" choices={THEME_CHOICES} {...set("theme")} />
      <ChoiceTiles label="Motion" choices={MOTION_CHOICES} {...set("motion")} />
      <ChoiceTiles label="Lists" choices={DENSITY_CHOICES} {...set("density")} />
      <ChoiceTiles label="Keys" choices={NOTATION_CHOICES} {...set("notation")} />
      <Example />
      <noscript>
        <Button type="submit" variant="primary">
          Save
        </Button>
      </noscript>
    </form>
  );
}

const EXAMPLES = [
  { name: "night-bass.wav", bpm: "124.0", key: { tonic: 9, mode: "minor" } },
  { name: "warm-chords.flac", bpm: "92.5", key: { tonic: 10, mode: "major" } },
  { name: "slow-bells.wav", bpm: "70.0", key: { tonic: 6, mode: "minor" } },
] as const;

/** Rows as lists have them, in what is chosen. */
function Example() {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="eyebrow mb-2">
        Example
      </h3>
      <ul className="divide-y divide-border overflow-hidden rounded-md border border-border-strong">
        {EXAMPLES.map(({ name, bpm, key }, index) => (
          <li
            key={name}
            className={cn("flex h-11 items-center gap-4 px-4 text-sm compact:h-8", index === 0 && "bg-primary/10")}
          >
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="figures">{bpm}</span>
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
