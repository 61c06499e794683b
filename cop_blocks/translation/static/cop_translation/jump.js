// A link to "#cop-segment-12" goes to that segment in wagtail-localize's editor, which has no
// anchors of its own: opens its tab, and puts the focus on its button.
(() => {
  "use strict";

  const editor = document.querySelector(".js-translation-editor");
  if (!editor) return;
  const segments = JSON.parse(editor.dataset.props).segments.filter((each) => each.type === "string");

  const jump = () => {
    const wanted = /^#cop-segment-(\d+)$/.exec(window.location.hash);
    if (!wanted) return;
    const segment = segments.find((each) => each.id === Number(wanted[1]));
    if (!segment) return;
    const { tab } = segment.location;
    // The same text may stand in a tab more than once.
    const nth = segments
      .filter((each) => each.location.tab === tab && each.source === segment.source)
      .indexOf(segment);

    const go = () => {
      const items = Array.from(editor.querySelectorAll(`section#tab-${CSS.escape(tab)} li`)).filter(
        (item) => {
          const source = item.querySelector(":scope > p");
          return source && source.textContent === segment.source;
        },
      );
      const item = items[nth];
      if (!item) return false;
      const label = document.getElementById(`tab-label-${tab}`);
      if (label) label.click();
      window.requestAnimationFrame(() => {
        item.scrollIntoView({ block: "center" });
        const button = item.querySelector("button");
        if (button) button.focus({ preventScroll: true });
      });
      return true;
    };

    if (go()) return;
    const watching = new MutationObserver(() => {
      if (go()) watching.disconnect();
    });
    watching.observe(editor, { childList: true, subtree: true });
  };

  // A link within the page, from the panel with help.
  window.addEventListener("hashchange", () => {
    const close = document.querySelector("[data-form-side-close-button]");
    // On a phone the panel lies over the whole editor.
    if (close && window.matchMedia("(width < 50rem)").matches) close.click();
    jump();
  });
  jump();
})();
