"use client";

import { type ReactElement, type ReactNode, useId, useState } from "react";
import { useKeyNotation } from "#notation";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Popover } from "@/components/ui/popover";
import { Switch } from "@/components/ui/switch";
import type { Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import { writeKey } from "@/lib/music/notation";
import { audioPlayer } from "./audio-player";
import { keyText, loudnessText, tempoText } from "./match-text";
import { RateControl } from "./rate-control";
import { BPM_LIMITS, isTempo } from "./sound-settings";
import { gainOf } from "./stored-volume";
import type { PlainKey } from "./track";
import { usePlayerState, useSoundSettings, useVolume } from "./use-player";

const AS_RECORDED = "as recorded";
const KEYS: readonly PlainKey[] = (["major", "minor"] as const).flatMap((mode) =>
  Array.from({ length: 12 }, (_, tonic) => ({ tonic, mode })),
);
const keyOptions = (notation: KeyNotation, t: Text) => [
  { value: AS_RECORDED, label: t("As recorded") },
  ...KEYS.map((key) => ({ value: nameOf(key), label: writeKey(key, notation, t) })),
];

function nameOf({ tonic, mode }: PlainKey): string {
  return `${tonic} ${mode}`;
}

/** How everything sounds, and what that means for what plays now. Opened as soon as it is there. */
export function SoundPanel({ trigger }: { trigger: ReactElement<Record<string, unknown>> }) {
  const t = useText();
  const [isOpen, setOpen] = useState(true);
  return (
    <Popover title={t("[how it sounds] Sound")} isOpen={isOpen} onOpenChange={setOpen} trigger={trigger}>
      <p className="text-muted-foreground text-xs">{t("For everything that plays.")}</p>
      <div className="mt-3 flex flex-col gap-4 text-sm">
        <div className="flex items-center justify-between gap-3">
          {t("Rate")}
          <RateControl />
        </div>
        <Loudness />
        <Tempo />
        <Key />
      </div>
    </Popover>
  );
}

function Loudness() {
  const t = useText();
  const settings = useSoundSettings();
  const volume = useVolume();
  const { track } = usePlayerState();
  return (
    <Setting
      name={t("Everything equally loud")}
      note={track ? loudnessText(track, settings, gainOf(volume), t) : null}
      control={(id) => (
        <Switch
          id={id}
          checked={settings.matchesLoudness}
          onCheckedChange={(matchesLoudness) => audioPlayer().sound.set({ matchesLoudness })}
        />
      )}
    />
  );
}

function Tempo() {
  const t = useText();
  const settings = useSoundSettings();
  const { track } = usePlayerState();
  const [typed, setTyped] = useState<string | null>(null);
  const set = (bpm: number | null) => {
    setTyped(null);
    // What was slower or faster by hand would not be at that tempo.
    audioPlayer().sound.set(bpm === null ? { bpm } : { bpm, rate: 1 });
  };
  const take = () => {
    const bpm = Number((typed ?? "").replace(",", "."));
    if (typed !== null) set(typed.trim() === "" ? null : isTempo(bpm) ? bpm : settings.bpm);
  };
  const own = track?.bpm ?? null;
  return (
    <Setting
      name={t("Everything at this tempo")}
      note={track ? tempoText(track, settings, t) : null}
      control={(id) => (
        <span className="flex items-center gap-1.5">
          {settings.bpm === null && own !== null ? (
            <Button size="sm" variant="ghost" onClick={() => set(Number(own.toFixed(1)))}>
              {t("As this")}
            </Button>
          ) : null}
          <Input
            id={id}
            inputMode="decimal"
            placeholder={t("as recorded")}
            title={t("{lowest} to {highest} BPM; empty: as recorded", BPM_LIMITS)}
            className="figures h-8 w-28 px-2.5 text-sm"
            value={typed ?? settings.bpm?.toString() ?? ""}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={take}
            onKeyDown={(event) => event.key === "Enter" && take()}
          />
          <span className="text-muted-foreground text-xs">BPM</span>
        </span>
      )}
    />
  );
}

function Key() {
  const t = useText();
  const settings = useSoundSettings();
  const { track, isUndecodable } = usePlayerState();
  const notation = useKeyNotation();
  return (
    <Setting
      name={t("Everything in this key")}
      note={track ? keyText(track, settings, isUndecodable, t, notation) : null}
      control={() => (
        <NativeSelect
          label={t("Everything in this key")}
          options={keyOptions(notation, t)}
          value={settings.key ? nameOf(settings.key) : AS_RECORDED}
          onValueChange={(value) => audioPlayer().sound.set({ key: KEYS.find((key) => nameOf(key) === value) ?? null })}
          className="w-36"
        />
      )}
    />
  );
}

interface SettingProps {
  name: string;
  /** What it means for what plays now. */
  note: string | null;
  control: (id: string) => ReactNode;
}

function Setting({ name, note, control }: SettingProps) {
  const id = useId();
  return (
    <div>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <label htmlFor={id}>{name}</label>
        {control(id)}
      </div>
      {note ? (
        <p role="status" className="mt-1 text-muted-foreground text-xs">
          {note}
        </p>
      ) : null}
    </div>
  );
}
