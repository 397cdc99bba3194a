// What only people who are signed in get to see: `#member-forms`. The server draws it at once.
export { CommentForm } from "./comment-form";
export { FavouriteForm } from "./favourite-form";
export { FollowForm } from "./follow-form";
export { RemoveComment } from "./remove-comment";
