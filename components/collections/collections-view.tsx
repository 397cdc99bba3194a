"use client";

import { FolderPlus, Library, ListMusic, Sparkles } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { useCollectionEvents } from "@/components/live/live-events-provider";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { useSlidingRows } from "@/components/ui/use-sliding-rows";
import { callApi } from "@/lib/api/client";
import type { Collection, Invitation } from "@/lib/collections/schema";
import { helpAddress } from "@/lib/help/addresses";
import { msg } from "@/lib/language/text";
import type { PlaylistHead } from "@/lib/playlists/schema";
import { orSay } from "./call";
import type { CollectionValues } from "./collection-form";
import { CollectionRow } from "./collection-row";

const CollectionForm = dynamic(() => import("./collection-form").then((module) => module.CollectionForm));

export interface CollectionsViewProps {
  own: readonly Collection[];
  shared: readonly Collection[];
  trash: readonly Collection[];
  invitations: readonly Invitation[];
  playlists: readonly PlaylistHead[];
}

const NEW: CollectionValues = {
  name: "",
  description: "",
  colour: "blue",
  parentId: null,
  query: null,
  coverSampleId: null,
};

/** All collections of a person, what others share with them, and their playlists. */
export function CollectionsView({ own, shared, trash, invitations, playlists }: CollectionsViewProps) {
  const t = useText();
  const router = useRouter();
  const [isMaking, setMaking] = useState<"plain" | "smart" | null>(null);
  const [said, say] = useState("");
  useCollectionEvents(
    () => router.refresh(),
    () => router.refresh(),
  );
  const top = own.filter(({ parentId }) => parentId === null || !own.some(({ id }) => id === parentId));
  const make = async ({ name, description, colour, parentId, query }: CollectionValues) => {
    const body = { name, description, colour, parentId, ...(isMaking === "smart" ? { query: query ?? "" } : {}) };
    const answer = await orSay(msg("The new collection"), callApi("POST /collections", { body }), t);
    if (answer) router.push(`/collections/${answer.body.data.id}`);
    return answer !== null;
  };
  const list = useRef<HTMLUListElement>(null);
  useSlidingRows(list, top.map(({ id }) => id).join());
  const move = async (collection: Collection, siblings: readonly Collection[], step: -1 | 1) => {
    const at = siblings.indexOf(collection);
    const before = siblings[step < 0 ? at - 1 : at + 2]?.id ?? null;
    const answer = await orSay(
      msg("The move"),
      callApi("POST /collections/:id/move", { params: { id: collection.id }, body: { before } }),
      t,
    );
    if (!answer) return;
    say(t("{name} is now {place} of {count}", { name: collection.name, place: at + 1 + step, count: siblings.length }));
    router.refresh();
  };
  const answerInvitation = async (id: string, verb: "join" | "leave") => {
    const params = { id };
    const asking =
      verb === "join"
        ? orSay(msg("Joining"), callApi("POST /collections/:id/join", { params }), t)
        : orSay(msg("Declining"), callApi("POST /collections/:id/leave", { params }), t);
    if (await asking) router.refresh();
  };
  const restore = async (id: string) => {
    if (await orSay(msg("Restoring"), callApi("POST /collections/:id/restore", { params: { id } }), t))
      router.refresh();
  };
  return (
    <>
      <PageHeader
        help={helpAddress("collections")}
        title={t("Collections")}
        actions={
          <>
            <Button onClick={() => setMaking("smart")}>
              <Sparkles aria-hidden />
              {t("Smart collection")}
            </Button>
            <Button variant="primary" onClick={() => setMaking("plain")}>
              <FolderPlus aria-hidden />
              {t("New collection")}
            </Button>
          </>
        }
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      {invitations.map(({ collectionId, name, ownerName, role }) => (
        <section
          key={collectionId}
          aria-label={t("Invitation to {name}", { name })}
          className="glass mb-4 flex flex-wrap items-center justify-between gap-3 rounded-lg p-4"
        >
          <p className="text-sm">
            <Rich
              t={t}
              text={
                role === "add"
                  ? "<owner>{ownerName}</owner> asks you to share <collection>{name}</collection>: you may hear it, add to it and edit it."
                  : "<owner>{ownerName}</owner> asks you to share <collection>{name}</collection>: you may hear it."
              }
              values={{ ownerName, name }}
              parts={{ owner: strong, collection: strong }}
            />
          </p>
          <span className="flex gap-2">
            <Button size="sm" variant="ghost" onClick={() => void answerInvitation(collectionId, "leave")}>
              {t("Decline")}
            </Button>
            <Button size="sm" variant="primary" onClick={() => void answerInvitation(collectionId, "join")}>
              {t("Join")}
            </Button>
          </span>
        </section>
      ))}
      {own.length === 0 && shared.length === 0 ? (
        <EmptyState
          icon={Library}
          help={helpAddress("collections")}
          title={t("No collections yet")}
          description={t(
            "Put samples together for a track, a set or a kit. A smart collection always has what its search finds.",
          )}
          action={<ButtonLink href="/library">{t("Choose samples in the library")}</ButtonLink>}
        />
      ) : null}
      {top.length > 0 ? (
        <ul
          ref={list}
          className="grid grid-cols-1 items-start gap-3 md:grid-cols-2 xl:grid-cols-3"
          aria-label={t("Your collections")}
        >
          {top.map((collection) => {
            const inside = own.filter(({ parentId }) => parentId === collection.id);
            return (
              <li key={collection.id} data-row={collection.id} className="glass rounded-lg p-3">
                <CollectionRow
                  collection={collection}
                  siblings={top}
                  onMove={(step) => void move(collection, top, step)}
                />
                {inside.length > 0 ? (
                  <ul
                    className="mt-2 flex flex-col gap-1 border-t pt-2 pl-4"
                    aria-label={t("Inside {name}", { name: collection.name })}
                  >
                    {inside.map((child) => (
                      <li key={child.id}>
                        <CollectionRow
                          collection={child}
                          siblings={inside}
                          onMove={(step) => void move(child, inside, step)}
                        />
                      </li>
                    ))}
                  </ul>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {shared.length > 0 ? (
        <Section title={t("Shared with you")}>
          {shared.map((collection) => (
            <li key={collection.id} className="glass rounded-lg p-3">
              <CollectionRow collection={collection} siblings={[]} onMove={() => {}} />
            </li>
          ))}
        </Section>
      ) : null}
      {playlists.length > 0 ? (
        <Section title={t("Playlists")}>
          {playlists.map(({ id, name, count }) => (
            <li key={id} className="glass flex items-center gap-3 rounded-lg p-3">
              <ListMusic aria-hidden className="size-5 text-primary" />
              <Link href={`/playlists/${id}`} className="min-w-0 flex-1 truncate font-medium hover:underline">
                {name}
              </Link>
              <span className="text-muted-foreground text-sm">
                {t.count(count, "{count} sample", "{count} samples")}
              </span>
            </li>
          ))}
        </Section>
      ) : null}
      {trash.length > 0 ? (
        <Section title={t("In the trash")}>
          {trash.map(({ id, name }) => (
            <li key={id} className="glass flex items-center justify-between gap-3 rounded-lg p-3">
              <span className="min-w-0 truncate text-muted-foreground">{name}</span>
              <Button size="sm" onClick={() => void restore(id)} aria-label={t("Restore {name}", { name })}>
                {t("Restore")}
              </Button>
            </li>
          ))}
        </Section>
      ) : null}
      {isMaking ? (
        <CollectionForm
          title={isMaking === "smart" ? t("New smart collection") : t("New collection")}
          action={t("Create")}
          initial={NEW}
          isSmart={isMaking === "smart"}
          parents={top}
          onSave={make}
          onClose={() => setMaking(null)}
        />
      ) : null}
    </>
  );
}

const strong = (inner: ReactNode) => <strong>{inner}</strong>;

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-3 font-display font-medium text-xl tracking-tight">{title}</h2>
      <ul className="grid grid-cols-1 items-start gap-3 md:grid-cols-2 xl:grid-cols-3">{children}</ul>
    </section>
  );
}
