// Whether the list shows what its address asks, and nothing is on its way; of a wanted address, or, without
// one, of something new since window.copMark was set: in place, or as a new page.
(wanted) => {
  const here = location.pathname + location.search;
  if (document.readyState !== "complete" || document.querySelector(".htmx-request")) return false;
  if (wanted ? here !== wanted : window.copMark === window.copSettled) return false;
  const parts = document.querySelector("#cop-finder-parts");
  return !parts || parts.dataset.copAddress === here;
}
