export const COMMENT_REFUSALS = {
  after_end: "The sound ends before that time. Choose an earlier one.",
  demo_account: "The demo account is shared by many people. Create your own account to comment.",
  gone: "This is no longer public, so nobody can comment on it. Copy your words if you want to keep them.",
  no_public_page: "Comments show your public name. Choose one under Settings first.",
  not_found: "This no longer exists.",
  too_many_comments: "You wrote many comments in a short time. Wait a minute, then send it again.",
};
