// Filters that fill the screen of a phone: the keyboard stays inside, Escape closes, and focus returns.
// Without this script they open, close and send all the same.
for (const filters of document.querySelectorAll("details.cop-filters")) {
  const opener = filters.querySelector("summary");
  const shows = filters.querySelector("[data-cop-changed]");
  const fillsTheScreen = () => filters.open && getComputedStyle(filters).position === "fixed";
  const stops = () =>
    [opener, ...filters.querySelectorAll("a[href], button, input, select, [tabindex='0']")].filter(
      (element) => !element.disabled && element.getClientRects().length,
    );

  filters.addEventListener("keydown", (event) => {
    if (!fillsTheScreen()) return;
    if (event.key === "Escape") {
      filters.open = false;
      opener.focus();
    } else if (event.key === "Tab") {
      const all = stops();
      const edge = event.shiftKey ? all[0] : all[all.length - 1];
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? all[all.length - 1] : all[0]).focus();
    }
  });

  // Where the list follows each tick, the button has only to make room for it.
  if (filters.closest("[data-cop-refreshes]")) {
    shows.addEventListener("click", () => {
      if (!fillsTheScreen()) return;
      const results = document.getElementById("cop-finder-results");
      filters.open = false;
      results.focus({ preventScroll: true });
      results.parentElement.scrollIntoView();
    });
  } else {
    // Else the number on it is that of what was asked, not of what is being ticked.
    filters.addEventListener("change", () => {
      shows.textContent = shows.dataset.copChanged;
    });
  }

  // A page that comes back from the browser's memory shows its results, not its filters.
  addEventListener("pageshow", (event) => {
    if (event.persisted) filters.open = false;
  });
}
