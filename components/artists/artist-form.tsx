"use client";

import { useState } from "react";
import { useText } from "#text";
import { Form } from "@/components/forms/form";
import { FormButtons } from "@/components/forms/form-buttons";
import { outcomeOf } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field, FieldGroup } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { saveArtistAction } from "@/lib/artists/actions";
import { LINKS_MAX } from "@/lib/artists/constants";
import type { Artist } from "@/lib/artists/schema";
import { ARTIST_REFUSALS } from "./refusal-text";

const schema = async () => (await import("@/lib/artists/schema")).saveArtistSchema;

interface ArtistFormProps {
  /** Null if there is no public page yet. */
  artist: Artist | null;
  onDone: () => void;
  onClose: () => void;
}

/** What everybody sees of a person. */
export function ArtistForm({ artist, onDone, onClose }: ArtistFormProps) {
  const t = useText();
  const [linkCount, setLinkCount] = useState(artist?.links.length ?? 0);
  const state = useForm(
    schema,
    async (input) => outcomeOf(await saveArtistAction(input), ARTIST_REFUSALS, onDone, { handle_taken: "handle" }),
    (data) => ({
      handle: data.get("handle"),
      name: data.get("name"),
      bio: data.get("bio"),
      links: Array.from({ length: linkCount }, (_, at) => ({
        label: String(data.get(`label-${at}`) ?? ""),
        url: String(data.get(`url-${at}`) ?? ""),
      })).filter(({ label, url }) => label.trim() !== "" || url.trim() !== ""),
    }),
  );
  const errors = state.outcome.fields;
  return (
    <Form state={state} layout="inline">
      <Field label={t("Name")} name="name" error={errors?.name}>
        <Input defaultValue={artist?.name} autoFocus required />
      </Field>
      <Field
        label={t("Address")}
        name="handle"
        description={t(
          "The end of your page's address: small letters, digits and hyphens, as in /artists/night-drive. If you change it, the old one no longer leads to you.",
        )}
        error={errors?.handle}
      >
        <Input defaultValue={artist?.handle} autoCapitalize="none" autoComplete="off" spellCheck={false} required />
      </Field>
      <Field label={t("About you")} name="bio" error={errors?.bio}>
        <Textarea defaultValue={artist?.bio} />
      </Field>
      <Links links={artist?.links ?? []} count={linkCount} error={errors?.links} />
      {linkCount < LINKS_MAX ? (
        <Button size="sm" className="self-start" onClick={() => setLinkCount(linkCount + 1)}>
          {t("Add a link")}
        </Button>
      ) : null}
      <FormButtons label={t("Save")} isPending={state.isPending} onCancel={onClose} />
    </Form>
  );
}

function Links({ links, count, error }: { links: Artist["links"]; count: number; error: string | undefined }) {
  const t = useText();
  if (count === 0) return null;
  return (
    <FieldGroup error={error}>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place
        <div key={at} className="flex gap-2">
          <Input
            name={`label-${at}`}
            aria-label={t("Name of link {number}", { number: at + 1 })}
            placeholder={t("My site")}
            defaultValue={links[at]?.label}
            className="w-2/5"
          />
          <Input
            name={`url-${at}`}
            aria-label={t("Address of link {number}", { number: at + 1 })}
            placeholder="https://"
            inputMode="url"
            defaultValue={links[at]?.url}
          />
        </div>
      ))}
    </FieldGroup>
  );
}
