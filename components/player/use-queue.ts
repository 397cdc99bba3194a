"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useText } from "#text";
import { toast } from "@/components/ui/toast";
import { ENGLISH } from "@/lib/language/text";
import { audioPlayer } from "./audio-player";
import { NO_QUEUE, PlayQueue, type QueueState } from "./play-queue";

let queue: PlayQueue | null = null;

/** The queue lives outside React, and what it says has the words of the page. */
let words = ENGLISH;

/** Stands once in the frame of the studio. */
export function useQueueWords(): void {
  const t = useText();
  useEffect(() => {
    words = t;
  }, [t]);
}

/** Says what the person did not do themselves. Both are marked texts. */
export const tell = (title: string, description: string) => toast(words(title), { description: words(description) });

/** The only queue of the page. Must not be called while rendering on the server. */
export function playQueue(): PlayQueue {
  queue ??= new PlayQueue(audioPlayer(), tell);
  return queue;
}

const subscribe = (listener: () => void) => playQueue().subscribe(listener);
const state = () => playQueue().state();
const none = () => NO_QUEUE;

export const useQueue = (): QueueState => useSyncExternalStore(subscribe, state, none);
