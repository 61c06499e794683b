// Tells a screen reader once what a change came to: the count, when nothing has changed for a moment.
(() => {
  const finder = document.querySelector("#cop-finder[data-cop-refreshes]");
  if (!finder) return;

  const QUIET = 300; // milliseconds after the last change
  const status = document.getElementById("cop-finder-status");
  let changed = 0;
  let timer = 0;

  const hush = () => {
    clearTimeout(timer);
    status.textContent = "";
  };

  finder.addEventListener("change", (event) => {
    if (event.target.form?.id !== "cop-finder-form") return;
    hush();
    changed = performance.now();
  });

  addEventListener("popstate", hush);

  finder.addEventListener("htmx:afterSwap", () => {
    hush();
    timer = setTimeout(
      () => (status.textContent = document.getElementById("cop-finder-count").textContent.trim().replace(/\s+/g, " ")),
      Math.max(0, changed + QUIET - performance.now()),
    );
  });

  finder.addEventListener("htmx:sendError", () => {
    hush();
    status.textContent = document.getElementById("cop-finder-failed").textContent.trim();
  });
})();
