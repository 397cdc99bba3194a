"use client";

import { lazy } from "react";

// The same in the browser, where its code comes when it is on the page. Until then the server's forms stand, and work.
const load = () => import("./member-forms");
export const CommentForm = lazy(async () => ({ default: (await load()).CommentForm }));
export const FavouriteForm = lazy(async () => ({ default: (await load()).FavouriteForm }));
export const FollowForm = lazy(async () => ({ default: (await load()).FollowForm }));
export const RemoveComment = lazy(async () => ({ default: (await load()).RemoveComment }));
