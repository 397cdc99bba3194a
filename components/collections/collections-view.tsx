"use client";

import { FolderPlus, Library, ListMusic, Sparkles } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useCollectionEvents } from "@/components/live/live-events-provider";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { callApi } from "@/lib/api/client";
import type { Collection, Invitation } from "@/lib/collections/schema";
import { counted } from "@/lib/format/count";
import { helpAddress } from "@/lib/help/addresses";
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
    const answer = await orSay("The new collection", callApi("POST /collections", { body }));
    if (answer) router.push(`/collections/${answer.body.data.id}`);
    return answer !== null;
  };
  const move = async (collection: Collection, siblings: readonly Collection[], step: -1 | 1) => {
    const at = siblings.indexOf(collection);
    const before = siblings[step < 0 ? at - 1 : at + 2]?.id ?? null;
    const answer = await orSay(
      "The move",
      callApi("POST /collections/:id/move", { params: { id: collection.id }, body: { before } }),
    );
    if (!answer) return;
    say(`${collection.name} is now ${at + 1 + step} of ${siblings.length}`);
    router.refresh();
  };
  const answerInvitation = async (id: string, verb: "join" | "leave") => {
    const params = { id };
    const asking =
      verb === "join"
        ? orSay("Joining", callApi("POST /collections/:id/join", { params }))
        : orSay("Declining", callApi("POST /collections/:id/leave", { params }));
    if (await asking) router.refresh();
  };
  const restore = async (id: string) => {
    if (await orSay("Restoring", callApi("POST /collections/:id/restore", { params: { id } }))) router.refresh();
  };
  return (
    <>
      <PageHeader
        help={helpAddress("collections")}
        title="Collections"
        actions={
          <>
            <Button onClick={() => setMaking("smart")}>
              <Sparkles aria-hidden />
              Smart collection
            </Button>
            <Button variant="primary" onClick={() => setMaking("plain")}>
              <FolderPlus aria-hidden />
              New collection
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
          aria-label={`Invitation to ${name}`}
          className="glass mb-4 flex flex-wrap items-center justify-between gap-3 rounded-lg p-4"
        >
          <p className="text-sm">
            <strong>{ownerName}</strong> asks you to share <strong>{name}</strong>:{" "}
            {role === "add" ? "you may hear it, add to it and edit it." : "you may hear it."}
          </p>
          <span className="flex gap-2">
            <Button size="sm" variant="ghost" onClick={() => void answerInvitation(collectionId, "leave")}>
              Decline
            </Button>
            <Button size="sm" variant="primary" onClick={() => void answerInvitation(collectionId, "join")}>
              Join
            </Button>
          </span>
        </section>
      ))}
      {own.length === 0 && shared.length === 0 ? (
        <EmptyState
          icon={Library}
          help={helpAddress("collections")}
          title="No collections yet"
          description="Put samples together for a track, a set or a kit. A smart collection always has what its search finds."
          action={<ButtonLink href="/library">Choose samples in the library</ButtonLink>}
        />
      ) : null}
      {top.length > 0 ? (
        <ul className="grid grid-cols-1 items-start gap-3 md:grid-cols-2 xl:grid-cols-3" aria-label="Your collections">
          {top.map((collection) => {
            const inside = own.filter(({ parentId }) => parentId === collection.id);
            return (
              <li key={collection.id} className="glass rounded-lg p-3">
                <CollectionRow
                  collection={collection}
                  siblings={top}
                  onMove={(step) => void move(collection, top, step)}
                />
                {inside.length > 0 ? (
                  <ul className="mt-2 flex flex-col gap-1 border-t pt-2 pl-4" aria-label={`Inside ${collection.name}`}>
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
        <Section title="Shared with you">
          {shared.map((collection) => (
            <li key={collection.id} className="glass rounded-lg p-3">
              <CollectionRow collection={collection} siblings={[]} onMove={() => {}} />
            </li>
          ))}
        </Section>
      ) : null}
      {playlists.length > 0 ? (
        <Section title="Playlists">
          {playlists.map(({ id, name, count }) => (
            <li key={id} className="glass flex items-center gap-3 rounded-lg p-3">
              <ListMusic aria-hidden className="size-5 text-primary" />
              <Link href={`/playlists/${id}`} className="min-w-0 flex-1 truncate font-medium hover:underline">
                {name}
              </Link>
              <span className="text-muted-foreground text-sm">{counted(count, "sample")}</span>
            </li>
          ))}
        </Section>
      ) : null}
      {trash.length > 0 ? (
        <Section title="In the trash">
          {trash.map(({ id, name }) => (
            <li key={id} className="glass flex items-center justify-between gap-3 rounded-lg p-3">
              <span className="min-w-0 truncate text-muted-foreground">{name}</span>
              <Button size="sm" onClick={() => void restore(id)} aria-label={`Restore ${name}`}>
                Restore
              </Button>
            </li>
          ))}
        </Section>
      ) : null}
      {isMaking ? (
        <CollectionForm
          title={isMaking === "smart" ? "New smart collection" : "New collection"}
          action="Create"
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

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-3 font-display font-medium text-xl tracking-tight">{title}</h2>
      <ul className="grid grid-cols-1 items-start gap-3 md:grid-cols-2 xl:grid-cols-3">{children}</ul>
    </section>
  );
}
