// A link to a video becomes its player when it is chosen; nothing is asked of the other site before.
// Once a page, however many videos it holds; a click for a new tab stays the browser's.
if (!document.documentElement.hasAttribute("data-cop-video-ready")) {
  document.documentElement.setAttribute("data-cop-video-ready", "");
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cop-video]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.className = "cop-video__frame";
    frame.src = link.dataset.copVideo;
    frame.title = link.dataset.copTitle;
    frame.allow = "fullscreen; picture-in-picture";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    (link.closest(".cop-video__panel") || link.parentNode).replaceWith(frame);
    frame.focus();
  });
}
