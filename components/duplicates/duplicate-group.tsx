"use client";

import { ArrowLeftRight, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type RefObject, useId, useRef, useState } from "react";
import { useText } from "#text";
import { useKeys } from "@/components/keys/use-keys";
import { audioPlayer } from "@/components/player/audio-player";
import { PreviewButton } from "@/components/player/preview-button";
import type { Track } from "@/components/player/track";
import { usePlaying } from "@/components/player/use-playing";
import { deleteWithUndo } from "@/components/samples/delete-with-undo";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { apiAddress, callApi } from "@/lib/api/client";
import { cn } from "@/lib/cn";
import { DISMISS_MAX } from "@/lib/duplicates/constants";
import type { DuplicateMember, DuplicateGroup as Group } from "@/lib/duplicates/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatDuration } from "@/lib/format/time";
import { msg, type Text } from "@/lib/language/text";
import { comparedPair } from "./compared-pair";
import { OverlaidWaveforms } from "./overlaid-waveforms";

const KINDS: Record<Group["kind"], string> = {
  bytes: msg("The same file"),
  recording: msg("The same recording"),
  near: msg("Nearly the same sound"),
};

const trackOf = ({ id, fileName, durationSeconds }: DuplicateMember): Track => ({
  id,
  title: fileName,
  src: apiAddress("GET /samples/:id/audio", { params: { id } }),
  durationSeconds,
});

/** One group: its waveforms, its members, which to keep (a person chooses, we suggest), and what to do with the others. */
export function DuplicateGroup({ group }: { group: Group }) {
  const t = useText();
  const { kind, members, size, suggestion } = group;
  const router = useRouter();
  const [keptId, setKeptId] = useState<string | null>(null);
  const [otherId, setOtherId] = useState<string | null>(null);
  const loadedId = usePlaying()?.id ?? null;
  const [isGone, setGone] = useState(false);
  const [isPending, setPending] = useState(false);
  const radios = useId();
  const byId = new Map(members.map((member) => [member.id, member]));
  const pair = comparedPair([...byId.keys()], { keptId, suggestedId: suggestion.keep, otherId, loadedId });
  const [kept, other] = [byId.get(pair?.kept ?? ""), byId.get(pair?.other ?? "")];
  const root = useRef<HTMLElement>(null);
  if (!pair || !kept || !other || isGone) return null;
  const [heard, quiet] = pair.heard === kept.id ? [kept, other] : [other, kept];
  const title = `${t(KINDS[kind])}: ${kept.fileName}`;
  /** Plays one of them where the other is. */
  const hear = (member: DuplicateMember) => {
    const player = audioPlayer();
    const track = trackOf(member);
    const at = player.positionOf(heard.id);
    if (member.id !== heard.id) player.seek(track, at);
    player.play(track);
    if (member.id !== kept.id) setOtherId(member.id);
  };
  const switchOver = () => hear(pair.upNext === kept.id ? kept : other);
  const keep = (id: string) => {
    setOtherId(id === other.id ? kept.id : other.id);
    setKeptId(id);
  };
  const others = members.filter(({ id }) => id !== kept.id);
  const trashOthers = () =>
    void deleteWithUndo({
      t,
      ids: others.map(({ id }) => id),
      name: t.count(others.length, "{count} duplicate", "{count} duplicates"),
      onRemoved: () => setGone(true),
      onFailed: () => setGone(false),
      onRestored: () => setGone(false),
      onUndone: () => router.refresh(),
    });
  const dismiss = async () => {
    setPending(true);
    const ids = members.map(({ id }) => id).slice(0, DISMISS_MAX);
    const answer = await callApi("POST /duplicates/dismissals", { body: { ids } }).catch(() => null);
    setPending(false);
    if (answer?.ok) setGone(true);
    else toast.error(t("They are still shown as duplicates"), { description: t("Try again in a moment.") });
  };
  return (
    <section aria-label={title} ref={root} className="glass flex flex-col gap-3 rounded-lg p-4">
      <GroupKeys group={root} onSwitch={switchOver} onKeep={() => keep(heard.id)} />
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="font-medium">{t(KINDS[kind])}</h2>
        <span className="text-muted-foreground text-sm">{t.count(size, "{count} sample", "{count} samples")}</span>
      </div>
      <OverlaidWaveforms
        heard={heard.id}
        other={quiet.id}
        durationSeconds={Math.max(kept.durationSeconds ?? 0, other.durationSeconds ?? 0)}
      />
      <p className="flex flex-wrap items-center gap-3 text-sm">
        <Button size="sm" onClick={switchOver} aria-keyshortcuts="a">
          <ArrowLeftRight aria-hidden />
          A/B
        </Button>
        <span>
          {t(
            "In colour: {heard}. In grey: {quiet}. The key A plays the other at the same place, K keeps the one in colour.",
            { heard: heard.fileName, quiet: quiet.fileName },
          )}
        </span>
      </p>
      <ul className="flex flex-col" aria-label={t("Samples of the group")}>
        {members.map((member) => {
          const isKept = member.id === kept.id;
          return (
            <li
              key={member.id}
              className={cn("flex flex-wrap items-center gap-3 border-t py-2", isKept && "font-medium")}
            >
              <PreviewButton id={member.id} fileName={member.fileName} track={trackOf(member)} />
              <span className="min-w-0 flex-1">
                <Link href={`/samples/${member.id}`} className="block truncate hover:underline">
                  {member.fileName}
                </Link>
                <span className="block truncate text-muted-foreground text-xs">{factsOf(member, t)}</span>
              </span>
              {members.length > 2 && !isKept ? (
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={t("Compare with {name}", { name: member.fileName })}
                  aria-pressed={member.id === other.id}
                  onClick={() => hear(member)}
                >
                  {t("Compare")}
                </Button>
              ) : null}
              <label className="flex cursor-pointer items-center gap-2 text-sm">
                <input
                  type="radio"
                  name={radios}
                  className="size-4 accent-primary"
                  checked={isKept}
                  onChange={() => keep(member.id)}
                  aria-label={t("Keep {name}", { name: member.fileName })}
                />
                <span aria-hidden>{t("Keep")}</span>
              </label>
            </li>
          );
        })}
      </ul>
      <p className="text-muted-foreground text-sm">
        {kept.id === suggestion.keep
          ? t("Keep {name}. {reason}", { name: kept.fileName, reason: t(suggestion.reason) })
          : t("You keep {name}. Suggested is {suggested}. {reason}", {
              name: kept.fileName,
              suggested: byId.get(suggestion.keep)?.fileName ?? t("[sample] another one"),
              reason: t(suggestion.reason),
            })}
        {size > members.length
          ? ` ${t("Only {shown} of {size} are shown.", { shown: String(members.length), size: String(size) })}`
          : null}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" size="sm" onClick={trashOthers}>
          <Trash2 aria-hidden />
          {t.count(others.length, "Trash {count} duplicate", "Trash {count} duplicates")}
        </Button>
        <Button size="sm" variant="ghost" pending={isPending} onClick={() => void dismiss()}>
          {t("They are not the same")}
        </Button>
      </div>
    </section>
  );
}

function factsOf({ folderPath, codec, sampleRateHz, sizeBytes, durationSeconds }: DuplicateMember, t: Text): string {
  const facts = [
    folderPath,
    codec ?? "",
    sampleRateHz === null
      ? ""
      : `${(sampleRateHz / 1000).toLocaleString(t.language, { maximumFractionDigits: 3, useGrouping: false })} kHz`,
    durationSeconds === null ? "" : formatDuration(durationSeconds, t),
    formatBytes(sizeBytes, t),
  ];
  return facts.filter((fact) => fact !== "").join(" · ");
}

interface GroupKeysProps {
  group: RefObject<HTMLElement | null>;
  onSwitch: () => void;
  onKeep: () => void;
}

/** Only the group that has the focus hears its keys. */
function GroupKeys({ group, onSwitch, onKeep }: GroupKeysProps) {
  const here = (act: () => void) => (event: KeyboardEvent) => {
    if (!(event.target instanceof Node && group.current?.contains(event.target))) return false;
    act();
  };
  useKeys({ "duplicates.switch": here(onSwitch), "duplicates.keep": here(onKeep) });
  return null;
}
