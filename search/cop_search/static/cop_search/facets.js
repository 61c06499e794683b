// A field above a long list of options: it shows those whose name, or whose place in the tree, has the
// letters typed. What is chosen stays in sight. Without this script the whole list is there.
(() => {
  const finder = document.getElementById("cop-finder");
  if (!finder) return;
  const status = document.getElementById("cop-finder-status");
  const isFind = (element) => element.closest("[data-cop-find]");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // What is chosen further down a list that scrolls is in sight.
  for (const list of finder.querySelectorAll(".cop-facet__options--long")) {
    const chosen = list.querySelector("input:checked")?.closest("li");
    if (chosen) list.scrollTop = chosen.offsetTop - list.offsetTop - chosen.offsetHeight;
  }

  finder.addEventListener("input", ({ target }) => {
    if (!isFind(target)) return;
    const nothing = target.nextElementSibling;
    nothing.hidden = narrow(document.getElementById(target.getAttribute("aria-controls")), plain(target.value.trim()));
    status.textContent = nothing.hidden ? "" : nothing.textContent;
  });

  // Enter would send a form that the field is no part of.
  finder.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && isFind(event.target)) event.preventDefault();
  });

  // Hides what does not fit; whether anything does.
  function narrow(options, letters) {
    const around = []; // at each depth, the option that what follows lies within
    let some = false;
    for (const item of options.children) {
      const label = item.querySelector("label");
      const fits = plain(label.querySelector("span").textContent).includes(letters);
      around.length = Number(label.dataset.copDepth);
      item.hidden = !(fits || around.some((one) => one.fits) || label.querySelector("input").checked);
      if (!item.hidden) for (const one of around) one.item.hidden = false;
      around.push({ item, fits });
      some ||= fits;
    }
    return some;
  }
})();
