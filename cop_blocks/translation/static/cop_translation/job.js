// Goes on with long work while its page is open: a step a time, or a look while somebody else
// works on it. Without this script the button "Continue" does the same.
(() => {
  "use strict";

  const PAUSE = { step: 100, look: 2000 };
  const job = document.querySelector("[data-cop-job]");
  if (!job) return;
  const form = job.querySelector("form");
  const lost = job.querySelector("[data-cop-job-lost]");
  let left = false;

  const shown = () => job.querySelector("[data-cop-job-progress]");

  const ask = (how) => {
    if (how === "look") return fetch(form.action, { credentials: "same-origin" });
    const body = new FormData(form);
    body.set("act", "continue");
    return fetch(form.action, { method: "POST", body, credentials: "same-origin" });
  };

  const goOn = async () => {
    const how = shown().dataset.copJobGoesOn;
    if (!how || left) return;
    try {
      const response = await ask(how);
      const answer = new DOMParser().parseFromString(await response.text(), "text/html");
      const progress = answer.querySelector("[data-cop-job-progress]");
      if (!response.ok || !progress) throw new Error(String(response.status));
      if (left) return;
      if (!progress.dataset.copJobGoesOn) {
        window.location.replace(form.action);
        return;
      }
      shown().replaceWith(document.adoptNode(progress));
      lost.hidden = true;
      window.setTimeout(goOn, PAUSE[progress.dataset.copJobGoesOn]);
    } catch (error) {
      lost.hidden = left;
    }
  };

  // A button was chosen, or the page is being left: what comes back then is not for this page.
  form.addEventListener("submit", () => {
    left = true;
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
  window.setTimeout(goOn, PAUSE[shown().dataset.copJobGoesOn] || 0);
})();
