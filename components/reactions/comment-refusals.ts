import { msg } from "@/lib/language/text";

export const COMMENT_REFUSALS = {
  after_end: msg("The sound ends before that time. Choose an earlier one."),
  demo_account: msg("The demo account is shared by many people. Create your own account to comment."),
  gone: msg("This is no longer public, so nobody can comment on it. Copy your words if you want to keep them."),
  no_public_page: msg("Comments show your public name. Choose one under Settings first."),
  not_found: msg("This no longer exists."),
  too_many_comments: msg("You wrote many comments in a short time. Wait a minute, then send it again."),
};
