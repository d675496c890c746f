// The policy that a page lays over that of its headers once everything it will need is in its memory. What either forbids is
// forbidden: from then on the browser blocks every fetch that the page could make. The programs beside the page are started
// again from its memory, as a `blob:`.
export const SHUT = "default-src 'none'; script-src 'wasm-unsafe-eval'; img-src data:; worker-src blob:; form-action 'none'; base-uri 'none'";

/** Shuts the page's network; false where the browser does not take the policy. */
export function shut() {
  try {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = SHUT;
    document.head.append(policy);
    return policy.isConnected;
  } catch {
    return false;
  }
}
