// Refreshes a list in place. What is chosen is asked for as an ordinary address, so the answer is the
// whole page that anybody gets there: nothing else is ever kept by a browser or a cache. Of that page
// the finder is taken over element by element; boxes and fields stay the same elements, with focus.
// Back and Forward ask anew. Where an answer does not come, the page is opened the ordinary way.
(() => {
  const finder = document.querySelector("#cop-finder[data-cop-refreshes]");
  if (!finder || !window.htmx) return;

  const PAUSE = 80; // milliseconds: boxes ticked in one go are one question
  const PARTS = ["#cop-finder-parts", ".cop-languages"]; // links to other languages keep the filters
  const LEFT_ALONE = ["open", "hidden"]; // what a visitor has opened or folded
  const form = document.getElementById("cop-finder-form");
  const field = document.getElementById("cop-finder-q");
  const failed = document.getElementById("cop-finder-failed");
  const address = () => location.pathname + location.search;
  let shown = address();
  let found = ""; // the address of the answer, as the server writes it
  let goesBack = false; // the answer that is waited for belongs to Back or Forward
  let waits = 0; // a timer: something was chosen that has not been asked for yet

  // A site with htmx of its own has configured it in its own meta element.
  if (!document.querySelector("meta[name='htmx-config']")) {
    Object.assign(htmx.config, { includeIndicatorStyles: false, allowEval: false });
  }

  // ---- asking

  finder.addEventListener("change", (event) => {
    if (event.target.form !== form) return;
    clearTimeout(waits);
    waits = setTimeout(() => form.requestSubmit(), PAUSE);
  });

  form.addEventListener("submit", choose, { capture: true });

  function choose() {
    clearTimeout(waits);
    waits = 0;
  }

  finder.addEventListener("htmx:configRequest", ({ target, detail }) => {
    choose();
    goesBack = target === finder;
    failed.hidden = true;
    for (const [name, value] of [...detail.formData]) if (!value) detail.formData.delete(name);
  });

  // ---- taking over an answer

  finder.addEventListener("htmx:beforeSwap", (event) => {
    const { detail } = event;
    if (waits) {
      detail.shouldSwap = detail.isError = false; // a newer question follows
    } else if (!detail.isError) {
      found = detail.serverResponse.match(/data-cop-address="(\/[^"]*)"/)?.[1].replaceAll("&amp;", "&");
      if (found) return;
      event.preventDefault();
      open(detail.pathInfo.finalRequestPath);
    }
  });

  // The same question asked twice is one step back.
  document.body.addEventListener("htmx:beforeHistoryUpdate", ({ detail }) => {
    if (detail.target !== finder) return;
    detail.history.path = found;
    if (found === address()) detail.history.type = "replace";
  });

  htmx.defineExtension("cop-finder", {
    handleSwap(style, target, fragment) {
      if (style !== "cop-finder") return false;
      const focused = document.activeElement;
      const place = [...finder.querySelectorAll(".cop-chip")].indexOf(focused);
      const pages = focused.closest(".cop-pagination");
      const added = [];
      for (const selector of PARTS) {
        const wanted = fragment.querySelectorAll(selector);
        document.querySelectorAll(selector).forEach((part, at) => wanted[at] && follow(part, wanted[at], added));
      }
      // The field is dressed by suggestions: of it only the words follow.
      const words = fragment.querySelector("#cop-finder-q").getAttribute("value");
      field.setAttribute("value", words);
      if (goesBack || field !== focused) field.value = words;
      shown = address();
      followFeed();
      if (!focused.isConnected) refocus(place, pages);
      return added;
    },
  });

  // Of an answer only the body is at hand: the feed that its head names is that beside the count.
  function followFeed() {
    const link = document.getElementById("cop-finder-follow");
    for (const feed of link ? document.head.querySelectorAll("link[type='application/atom+xml']") : []) {
      if (new URL(feed.href).pathname === link.pathname) Object.assign(feed, { href: link.href, title: link.dataset.copFeed });
    }
  }

  // Only what a visitor pressed and is gone now hands its focus on: to the next chip, or the results.
  function refocus(place, pages) {
    const chips = finder.querySelectorAll(".cop-chip");
    const heading = document.getElementById("cop-finder-results");
    const next = (place >= 0 && chips[Math.min(place, chips.length - 1)]) || heading;
    next.focus({ preventScroll: true });
    if (pages) heading.parentElement.scrollIntoView();
  }

  function follow(here, there, added) {
    if (here.matches("[data-cop-find]")) return; // what a visitor looks for in a list of options
    for (const { name } of [...here.attributes]) {
      if (!there.hasAttribute(name) && !LEFT_ALONE.includes(name)) here.removeAttribute(name);
    }
    for (const { name, value } of [...there.attributes]) {
      if (here.getAttribute(name) !== value && !LEFT_ALONE.includes(name)) disableLater(here, name) || here.setAttribute(name, value);
    }
    if (here.hasAttribute("data-cop-renewed")) {
      here.replaceChildren(...there.childNodes);
      added.push(...here.children);
      return;
    }
    const { checked, value } = there; // before an option that is new here is taken from there
    followChildren(here, there, added);
    if (here.matches("input[type='checkbox']")) here.checked = checked;
    else if (here.matches("input, select") && (goesBack || here !== document.activeElement)) here.value = value;
  }

  // A box that has focus keeps it, also where it gives nothing any more.
  function disableLater(element, name) {
    if (name !== "disabled" || element !== document.activeElement) return false;
    element.addEventListener("blur", () => (element.disabled = element.closest(".cop-option--zero") && !element.checked), { once: true });
    return true;
  }

  function followChildren(here, there, added) {
    const named = new Map([...here.children].filter((child) => child.id).map((child) => [child.id, child]));
    let at = here.firstChild;
    const dropUntil = (kept) => {
      while (at !== kept) {
        const next = at.nextSibling;
        at.remove();
        at = next;
      }
    };
    for (const wanted of [...there.childNodes]) {
      const same = wanted.id ? named.get(wanted.id) : at && !at.id && at.nodeName === wanted.nodeName && at;
      if (!same) {
        here.insertBefore(wanted, at);
        if (wanted.nodeType === Node.ELEMENT_NODE) added.push(wanted);
        continue;
      }
      dropUntil(same);
      if (same.nodeType === Node.ELEMENT_NODE) follow(same, wanted, added);
      else if (same.data !== wanted.data) same.data = wanted.data;
      at = same.nextSibling;
    }
    dropUntil(null);
  }

  // ---- Back and Forward

  // In the place of the copies of pages that htmx keeps: they know neither boxes nor fields.
  document.body.addEventListener("htmx:historyCacheMiss", (event) => event.preventDefault());

  addEventListener("popstate", () => {
    choose();
    if (location.pathname !== new URL(form.action).pathname) return location.reload();
    if (address() === shown && !finder.classList.contains(htmx.config.requestClass)) return;
    htmx.ajax("GET", address(), { source: finder, target: finder, swap: "cop-finder" });
  });

  // What a browser filled in by itself gives way to what the address says.
  addEventListener("pageshow", (event) => {
    const [entry] = performance.getEntriesByType("navigation");
    if (event.persisted || entry.type !== "navigate") form.reset();
  });

  // ---- where no answer comes

  finder.addEventListener("htmx:responseError", ({ detail }) => open(detail.pathInfo.finalRequestPath));
  finder.addEventListener("htmx:timeout", ({ detail }) => open(detail.pathInfo.finalRequestPath));
  finder.addEventListener("htmx:sendError", ({ detail }) => tell(detail.pathInfo.finalRequestPath));

  function open(path) {
    tell(path);
    if (path === address()) location.reload();
    else location.assign(path);
  }

  function tell(path) {
    failed.querySelector("a").href = path;
    failed.hidden = false;
  }
})();
