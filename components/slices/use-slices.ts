"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import { msg } from "@/lib/language/text";
import { inOrder, newPart, type Part, sliceName } from "./slice-list";

/** A change is stored when nobody has changed anything for so long. */
const STORED_AFTER_MS = 500;

export type OfferKind = "silence" | "onsets" | "beats";

export interface Slices {
  parts: readonly Part[];
  /** `unread`: what is stored is not known, so nothing may be stored in its place. */
  state: "loading" | "unread" | "stored" | "changed" | "failed";
  problem: string | null;
  change: (parts: readonly Part[]) => void;
  offer: (at: OfferKind, sensitivity: number) => Promise<void>;
  /** Stores at once what has been changed. False if it could not be. */
  store: () => Promise<boolean>;
  reload: () => Promise<void>;
}

/** The slices of a sample, stored as they are changed. */
export function useSlices(sampleId: string): Slices {
  const t = useText();
  const [parts, setParts] = useState<readonly Part[]>([]);
  const [state, setState] = useState<Slices["state"]>("loading");
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef<readonly Part[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const params = { id: sampleId };

  const show = useCallback((next: readonly Part[]) => {
    latest.current = next;
    setParts(next);
  }, []);

  const reload = useCallback(async () => {
    const answer = await callApi("GET /samples/:id/slices", { params: { id: sampleId } }).catch(() => null);
    if (!answer?.ok) return setState("unread");
    show(answer.body.data.map((slice) => ({ ...slice, key: slice.id })));
    setState("stored");
  }, [sampleId, show]);
  useEffect(() => {
    void reload();
    return () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      void sendSlices(sampleId, latest.current);
    };
  }, [reload, sampleId]);

  const store = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const sent = latest.current;
    const answer = await sendSlices(sampleId, sent);
    if (latest.current === sent) setState(answer?.ok ? "stored" : "failed");
    setProblem(answer?.ok ? null : answer?.problem?.title || errorText());
    return answer?.ok ?? false;
  };
  const change = (next: readonly Part[]) => {
    show(inOrder(next));
    setState("changed");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void store(), STORED_AFTER_MS);
  };
  const offer = async (at: OfferKind, sensitivity: number) => {
    const query = { at, sensitivity: String(sensitivity) };
    const answer = await callApi("GET /samples/:id/slices/offers", { params, query }).catch(() => null);
    if (!answer?.ok) return setProblem(answer?.problem?.title || errorText());
    setProblem(answer.body.data.length === 0 ? NOTHING_FOUND[at] : null);
    if (answer.body.data.length === 0) return;
    const before = latest.current;
    if (before.length > 0) {
      const undo = { label: t("Undo"), onClick: () => change(before) };
      toast(t("The slices were replaced by those that were found"), { action: undo });
    }
    change(
      answer.body.data.map(({ startSeconds, endSeconds }, index) =>
        newPart(sliceName(index, t), startSeconds, endSeconds),
      ),
    );
  };
  return { parts, state, problem, change, offer, store, reload };
}

/** Stores all slices of a sample, also while the page is being left. */
async function sendSlices(sampleId: string, parts: readonly Part[]) {
  const slices = parts.map(({ name, startSeconds, endSeconds }) => ({ name, startSeconds, endSeconds }));
  const body = { slices };
  return callApi("PATCH /samples/:id/slices", { params: { id: sampleId }, body, keepalive: true }).catch(() => null);
}

const NOTHING_FOUND: Readonly<Record<OfferKind, string>> = {
  silence: msg("No sound was found between silences. Try another way, or add slices by hand."),
  onsets: msg("No beginning of a sound was found. Try more slices, or add them by hand."),
  beats: msg("No beats were found in this sample. Try silence or onsets."),
};
