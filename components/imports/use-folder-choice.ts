"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { callApi } from "@/lib/api/client";
import type { FolderChoice } from "@/lib/imports/schema";

/** A place in the choice. Without a directory, where the allowed directories are. */
export interface Place {
  dir?: string;
  path?: string;
}

export interface ChoiceState {
  choice: FolderChoice | null;
  isAsking: boolean;
  hasFailed: boolean;
  open: (place: Place) => void;
  more: () => void;
}

/** One level of the folders on the server, and the way to the others. A later question outruns an earlier answer. */
export function useFolderChoice(): ChoiceState {
  const [choice, setChoice] = useState<FolderChoice | null>(null);
  const [isAsking, setAsking] = useState(true);
  const [hasFailed, setFailed] = useState(false);
  const asked = useRef(0);
  const ask = useCallback(async (place: Place & { after?: string }, before: FolderChoice | null) => {
    const mine = ++asked.current;
    setAsking(true);
    setFailed(false);
    const answer = await callApi("GET /imports/choices", { query: place }).catch(() => null);
    if (mine !== asked.current) return;
    setAsking(false);
    if (!answer?.ok) return setFailed(true);
    const { data } = answer.body;
    setChoice(before ? { ...data, folders: [...before.folders, ...data.folders] } : data);
  }, []);
  useEffect(() => {
    void ask({}, null);
    return () => {
      asked.current += 1;
    };
  }, [ask]);
  const more = () => {
    if (choice?.dir && choice.next) void ask({ dir: choice.dir, path: choice.path, after: choice.next }, choice);
  };
  return { choice, isAsking, hasFailed, open: (place) => void ask(place, null), more };
}
