"use client";

// No boundary stands around them: the server would send a large form behind it, and show it by a script.
export { CommentForm, FavouriteForm, FollowForm, RemoveComment } from "#member-forms";
