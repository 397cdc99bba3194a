"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { useKeys } from "@/components/keys/use-keys";
import { audioPlayer } from "./audio-player";
import type { PlayList } from "./play-queue";
import type { Track } from "./track";
import { playQueue } from "./use-queue";

/** While a key repeats, only the row where it rests is heard. */
const REST_MS = 90;

interface SoundList extends PlayList {
  goesOn: boolean;
}

const ListContext = createContext<SoundList | null>(null);

export interface ListOfSoundsProps extends SoundList {
  /** Whether arrows move in it wherever the focus is on the page. Other lists have them while the focus is inside. */
  isMain?: boolean;
  children: ReactNode;
}

/**
 * The rows of a list, of which each has a `PreviewButton`: what is played there goes on in this order, and arrow keys go
 * from row to row and play each. The sounds around are fetched before anybody asks for them.
 */
export function ListOfSounds({ id, tracks, goesOn, isMain = false, children }: ListOfSoundsProps) {
  const root = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const ids = tracks.map((track) => track.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same sounds in the same order are the same list.
  const list = useMemo(() => ({ id, tracks, goesOn }), [id, ids, goesOn]);
  useEffect(() => playQueue().refresh(list), [list]);
  useEffect(() => {
    if (isMain && !audioPlayer().state().track) audioPlayer().loadAhead(list.tracks.slice(0, 2));
  }, [isMain, list]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = (direction: 1 | -1) => (event: KeyboardEvent) => {
    const here = root.current;
    if (!here || list.tracks.length === 0) return false;
    if (!isMain && !here.contains(document.activeElement)) return false;
    const at = placeOf(here, list.tracks);
    const index = at === null ? 0 : at + direction;
    const track = list.tracks[index];
    if (!track) return at !== null;
    focusOn(here, track);
    clearTimeout(timer.current);
    const play = () => preview(list, index, direction);
    if (event.repeat) timer.current = setTimeout(play, REST_MS);
    else play();
  };
  useKeys({ "list.up": move(-1), "list.down": move(1) });
  return (
    <ListContext value={list}>
      <div ref={root} className="contents">
        {children}
      </div>
    </ListContext>
  );
}

/** Where the focus is, or else what plays; null if neither is in the list. */
function placeOf(root: HTMLElement, tracks: readonly Track[]): number | null {
  const rows = [...root.querySelectorAll<HTMLElement>("[data-sound]")];
  const focused = rows.find((button) => rowOf(button).contains(document.activeElement))?.dataset.sound;
  const id = focused ?? audioPlayer().state().track?.id;
  const at = tracks.findIndex((track) => track.id === id);
  return at < 0 ? null : at;
}

const rowOf = (button: HTMLElement): HTMLElement => button.closest("li") ?? button;

function focusOn(root: HTMLElement, { id }: Track): void {
  const button = root.querySelector<HTMLElement>(`[data-sound="${CSS.escape(id)}"]`);
  button?.focus({ preventScroll: true });
  if (button) rowOf(button).scrollIntoView({ block: "nearest" });
}

/** What the cursor comes to is a preview: it does not go on by itself. */
function preview(list: SoundList, index: number, direction: 1 | -1): void {
  const { tracks } = list;
  const track = tracks[index];
  if (!track) return;
  const player = audioPlayer();
  playQueue().open(list, track.id, false);
  player.seek(track, 0);
  player.play(track);
  const around = [1, -1, 2].map((ahead) => tracks[index + ahead * direction]);
  player.loadAhead(around.filter((one) => one !== undefined));
}

/** Plays or pauses a sound of the list around it. */
export function useListToggle(): (track: Track) => void {
  const list = useContext(ListContext);
  return (track) => {
    if (list && !audioPlayer().isCurrent(track.id)) playQueue().open(list, track.id, list.goesOn);
    audioPlayer().toggle(track);
  };
}
