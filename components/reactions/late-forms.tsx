"use client";

import { type ComponentProps, Suspense } from "react";
import * as forms from "#member-forms";

export function CommentForm(props: ComponentProps<typeof forms.CommentForm>) {
  return (
    <Suspense>
      <forms.CommentForm {...props} />
    </Suspense>
  );
}

export function FavouriteForm(props: ComponentProps<typeof forms.FavouriteForm>) {
  return (
    <Suspense>
      <forms.FavouriteForm {...props} />
    </Suspense>
  );
}

export function FollowForm(props: ComponentProps<typeof forms.FollowForm>) {
  return (
    <Suspense>
      <forms.FollowForm {...props} />
    </Suspense>
  );
}

export function RemoveComment(props: ComponentProps<typeof forms.RemoveComment>) {
  return (
    <Suspense>
      <forms.RemoveComment {...props} />
    </Suspense>
  );
}
