// Runs before every page: counts how often a list was renewed in place.
window.copSettled = 0;
document.addEventListener("htmx:afterSettle", () => {
  window.copSettled += 1;
});
