// Copying a link, the device's own way of sharing, and printing: each shown only where it works.
for (const box of document.querySelectorAll("[data-cop-share]:not([data-cop-share-ready])")) {
  box.setAttribute("data-cop-share-ready", "");
  const what = { title: box.dataset.copTitle, url: box.dataset.copShare };
  const said = box.querySelector("[role=status]");
  const ways = {
    // Who closes the device's own window has not failed at anything.
    share: navigator.share && (() => navigator.share(what).catch(() => {})),
    copy: navigator.clipboard && (async () => {
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(what.url);
        said.textContent = box.dataset.copCopied;
      } catch {
        said.textContent = box.dataset.copNotCopied;
      }
    }),
    print: window.print && (() => window.print()),
  };
  for (const button of box.querySelectorAll("button[data-cop-do]")) {
    const way = ways[button.dataset.copDo];
    if (!way) continue;
    button.addEventListener("click", way);
    button.parentNode.hidden = false;
  }
}
