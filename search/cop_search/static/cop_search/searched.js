// Reports once that results were shown: how often something is searched for, and nothing of who did.
// Not where a visitor asks not to be tracked; once for the same words in a tab, so that a reload is
// no visitor. Where the list is refreshed in place, what it shows then counts too.
(() => {
  const finder = document.getElementById("cop-finder");
  const { doNotTrack, globalPrivacyControl } = navigator;
  if (!finder || !navigator.sendBeacon || doNotTrack === "1" || globalPrivacyControl) return;

  function report() {
    const said = finder.querySelector("[data-cop-searched]");
    if (!said || document.visibilityState !== "visible") return;
    const { copSearched: token, copSearchedKey: key, copSearchedUrl: url } = said.dataset;
    try {
      const once = `cop-searched:${key}`;
      if (sessionStorage.getItem(once)) return;
      sessionStorage.setItem(once, "1");
    } catch {
      return; // no storage: a reload could not be told from a visitor
    }
    navigator.sendBeacon(url, token);
  }

  document.addEventListener("visibilitychange", report);
  new MutationObserver(report).observe(finder, { subtree: true, childList: true, attributeFilter: ["data-cop-searched"] });
  report();
})();
