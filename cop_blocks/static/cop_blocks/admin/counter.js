// Counts the characters of a field as the server does. The panel says how many there may be:
// data-cop-limit, and what is said: data-cop-count ("{count} of {limit} characters") and
// data-cop-over ("{over} too many"). data-cop-soft: the limit is advice only.
(() => {
  "use strict";

  // Python counts code points; a line break is sent as two characters, spaces around are cut off.
  const count = (text) => Array.from(text.trim().replace(/\r?\n/g, "\r\n")).length;

  const say = (pattern, values) =>
    pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  const mount = (panel) => {
    const input = panel.querySelector("textarea, input[type=text]");
    if (!input || panel.dataset.copMounted) return;
    panel.dataset.copMounted = "true";
    const limit = Number(panel.dataset.copLimit);
    // What is pasted is not cut off unseen: the counter shows what is too much.
    if (!("copSoft" in panel.dataset)) input.removeAttribute("maxlength");

    const line = document.createElement("p");
    line.className = "cop-count";
    line.id = `${input.id}-count`;
    const status = document.createElement("span");
    status.className = "w-sr-only";
    status.setAttribute("role", "status");
    const described = (input.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
    input.setAttribute("aria-describedby", [...described, line.id].join(" "));
    (input.closest(".w-field__input") || input).after(line, status);

    let timer;
    const show = (isFirst) => {
      const length = count(input.value);
      const over = Math.max(0, length - limit);
      const values = { count: length, limit, over };
      line.textContent = say(panel.dataset.copCount, values);
      if (over) line.textContent += ` – ${say(panel.dataset.copOver, values)}`;
      line.classList.toggle("cop-count--over", over > 0);
      clearTimeout(timer);
      // Read aloud when typing pauses, and only near the end.
      if (!isFirst && length > limit * 0.8) {
        timer = setTimeout(() => (status.textContent = line.textContent), 1000);
      } else {
        status.textContent = "";
      }
    };
    input.addEventListener("input", () => show(false));
    show(true);
  };

  const start = () => document.querySelectorAll("[data-cop-limit]").forEach(mount);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
