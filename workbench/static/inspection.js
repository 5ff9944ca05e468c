// Says that a document is being read or reviewed, and stops a file that is too large before it is sent.

const busyOf = (form) => form.querySelector(".busy") ?? document.querySelector(".busy");

function say(form, text, stopped = false) {
  const busy = busyOf(form);
  busy.textContent = text;
  busy.classList.toggle("stopped", stopped);
}

function rows(form) {
  const chosen = form.querySelector('[name="table"]:checked') ?? form.querySelector('[name="table"]');
  return chosen?.dataset.count ?? "";
}

function refuseTooLarge(form) {
  const file = form.querySelector('input[type="file"]')?.files[0];
  if (!file || file.size <= Number(form.dataset.largest)) return false;
  say(form, form.dataset.tooLarge, true);
  return true;
}

for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", (event) => {
    if (refuseTooLarge(form)) {
      event.preventDefault();
      return;
    }
    if (event.submitter && "download" in event.submitter.dataset) return;
    say(form, form.dataset.busy.replace("{count}", rows(form)));
  });
}

// A page that comes back by the Back button is not busy any more.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-busy]")) say(form, "");
});

// The columns of the table that is chosen lie open.
for (const choice of document.querySelectorAll('.found input[type="radio"]')) {
  choice.addEventListener("change", () => {
    choice.closest(".found").querySelector("details").open = true;
  });
}
