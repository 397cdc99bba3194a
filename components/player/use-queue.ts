"use client";

import { useSyncExternalStore } from "react";
import { toast } from "@/components/ui/toast";
import { audioPlayer } from "./audio-player";
import { NO_QUEUE, PlayQueue, type QueueState } from "./play-queue";

let queue: PlayQueue | null = null;

/** The only queue of the page. Must not be called while rendering on the server. */
export function playQueue(): PlayQueue {
  queue ??= new PlayQueue(audioPlayer(), (title, description) => toast(title, { description }));
  return queue;
}

const subscribe = (listener: () => void) => playQueue().subscribe(listener);
const state = () => playQueue().state();
const none = () => NO_QUEUE;

export const useQueue = (): QueueState => useSyncExternalStore(subscribe, state, none);
