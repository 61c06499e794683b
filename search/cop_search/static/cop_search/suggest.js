// Suggestions below a search field, as an editable combobox with a list (WAI-ARIA APG). The field says where
// to ask (data-cop-suggest) and what the list is called (data-cop-suggest-label); all other words come with
// the answer. Without this script the field is a field.
(() => {
  if (window.copSuggest) return;
  window.copSuggest = true;

  const PAUSE = 150; // milliseconds after the last letter
  const LEAST = 2; // letters
  const LEFT_OUT = ["page", "sort", "from", "to"]; // of the form: what suggestions do not go by
  let made = 0;

  function enhance(field) {
    if (field.getAttribute("role") === "combobox") return;
    const name = `cop-suggest-${++made}`;
    const list = element("div", { id: name, role: "listbox", class: "cop-suggest", "aria-label": field.dataset.copSuggestLabel });
    const status = element("div", { class: "cop-visually-hidden", "aria-live": "polite" });
    let options = [];
    let active = -1;
    let timer = 0;
    let request = null;
    let answered = null; // what the list that is there was asked for

    list.hidden = true;
    field.form.append(list, status);
    // No other role goes with a field of type search.
    field.type = "text";
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": name };
    for (const [key, value] of Object.entries({ ...attributes, autocomplete: "off", enterkeyhint: "search" })) {
      field.setAttribute(key, value);
    }

    // ---- what is shown

    function open() {
      if (!options.length) return;
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
    }

    function close() {
      activate(-1);
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
    }

    function activate(at) {
      options[active]?.setAttribute("aria-selected", "false");
      active = at;
      if (at < 0) return field.removeAttribute("aria-activedescendant");
      options[at].setAttribute("aria-selected", "true");
      options[at].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[at].id);
    }

    // Past either end lies the field itself.
    function step(by) {
      const places = options.length + 1;
      activate(((active + 1 + by + places) % places) - 1);
    }

    function show({ groups, status: words }) {
      activate(-1);
      options = [];
      list.replaceChildren(...groups.map(group));
      if (options.length) open();
      else close();
      // The same words are not said again.
      if (status.textContent !== words) status.textContent = words;
    }

    function group({ label, options: found }, at) {
      const id = `${name}-group-${at}`;
      const box = element("div", { role: "group", "aria-labelledby": id });
      box.append(element("div", { id, class: "cop-suggest__group" }, label), ...found.map(option));
      return box;
    }

    function option({ label, hint, url }) {
      const id = `${name}-${options.length}`;
      const link = element("a", { id, role: "option", "aria-selected": "false", class: "cop-suggest__option", href: url, tabindex: "-1" });
      link.append(element("span", {}, label));
      if (hint) link.append(" ", element("span", { class: "cop-suggest__hint" }, hint));
      options.push(link);
      return link;
    }

    // ---- asking

    function forget() {
      clearTimeout(timer);
      request?.abort();
      answered = null;
      options = [];
      close();
      list.replaceChildren();
      status.textContent = "";
    }

    async function ask() {
      const typed = field.value;
      const address = new URL(field.dataset.copSuggest, location);
      for (const [key, value] of new FormData(field.form)) {
        if (value && !LEFT_OUT.includes(key)) address.searchParams.append(key, value);
      }
      const mine = (request = new AbortController());
      try {
        const answer = await fetch(address, { signal: mine.signal, headers: { Accept: "application/json" } });
        if (!answer.ok || answer.redirected) return;
        const found = await answer.json();
        if (request !== mine || field.value !== typed || document.activeElement !== field) return;
        answered = typed;
        show(found);
      } catch {
        // Aborted by a newer question, or no answer: the field does without.
      }
    }

    field.addEventListener("input", () => {
      clearTimeout(timer);
      request?.abort();
      activate(-1);
      if (field.value.trim().length < LEAST) forget();
      else timer = setTimeout(ask, PAUSE);
    });

    // ---- keys, pointers

    field.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const isOpen = !list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!options.length || (!isOpen && answered !== field.value)) return;
        event.preventDefault();
        if (event.altKey) return isOpen && event.key === "ArrowUp" ? close() : open();
        open();
        step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && isOpen && active >= 0) {
        event.preventDefault();
        options[active].click();
      } else if (event.key === "Escape" && (isOpen || field.value)) {
        event.preventDefault();
        event.stopPropagation();
        if (isOpen) close();
        else {
          field.value = "";
          forget();
        }
      } else if (event.key === "Tab") close();
      else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) activate(-1);
    });

    // A press on the list leaves the focus, and with it the list, where it is.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    field.addEventListener("click", () => answered === field.value && open());
    field.addEventListener("blur", () => {
      clearTimeout(timer);
      request?.abort();
      close();
    });
    field.form.addEventListener("submit", forget);
    addEventListener("pageshow", (event) => event.persisted && forget());
  }

  function element(tag, attributes, text = "") {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.textContent = text;
    return node;
  }

  const enhanceAll = (root) => root.querySelectorAll("form [data-cop-suggest]").forEach(enhance);

  enhanceAll(document);
  // What htmx has put into the page.
  document.addEventListener("htmx:load", ({ detail }) => enhanceAll(detail.elt.parentNode ?? document));
})();
