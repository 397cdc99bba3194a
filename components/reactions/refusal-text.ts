export const REACTION_REFUSALS = {
  demo_account: "The demo account is shared by many people. Create your own account to do this.",
  gone: "This is no longer public.",
  not_found: "This no longer exists. Reload the page.",
  yourself: "You cannot follow yourself.",
};
