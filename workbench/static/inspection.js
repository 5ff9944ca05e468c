// Sends a document with its progress in view, says that it is being read or reviewed, and stops a file that
// is too large before it is sent. A connection that breaks leaves the page and the chosen file as they are.

const PATIENCE = 60_000; // milliseconds without a sign of life after which a connection counts as broken

const busyOf = (form) => form.querySelector(".busy") ?? document.querySelector(".busy");

function say(form, text, stopped = false) {
  const busy = busyOf(form);
  busy.setAttribute("aria-live", "polite");
  busy.textContent = text;
  busy.classList.toggle("stopped", stopped);
}

const shareOf = (form, percent) => form.dataset.sending.replace("{percent}", percent);

// The share that is sent, as a bar and a number. After the first they are not read out one by one.
function showShare(form, percent) {
  const busy = busyOf(form);
  let bar = busy.querySelector("progress");
  if (!bar) {
    busy.setAttribute("aria-live", "off");
    bar = document.createElement("progress");
    bar.max = 100;
    bar.setAttribute("aria-hidden", "true");
    busy.replaceChildren(bar, document.createElement("span"));
  }
  bar.value = percent;
  bar.nextSibling.textContent = ` ${shareOf(form, percent)}`;
}

function rows(form) {
  const chosen = form.querySelector('[name="table"]:checked') ?? form.querySelector('[name="table"]');
  return chosen?.dataset.count ?? "";
}

const fileOf = (form) => form.querySelector('input[type="file"]')?.files[0];

function refuseTooLarge(form) {
  const file = fileOf(form);
  if (!file || file.size <= Number(form.dataset.largest)) return false;
  say(form, form.dataset.tooLarge, true);
  return true;
}

// Whether the file is still what was chosen: a browser refuses to send one that was saved again meanwhile.
const isThere = (file) => file.slice(0, 1).arrayBuffer().then(() => true, () => false);

async function send(form) {
  if (form.dataset.underway) return;
  form.dataset.underway = "yes";
  if (await isThere(fileOf(form))) transfer(form);
  else stop(form, form.dataset.changed);
}

function stop(form, text) {
  delete form.dataset.underway;
  say(form, text, true);
}

function transfer(form) {
  const request = new XMLHttpRequest();
  let patience;
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => request.abort(), PATIENCE);
  };
  const broken = () => {
    clearTimeout(patience);
    stop(form, form.dataset.broken);
  };
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    wait();
    if (loaded < total) showShare(form, Math.floor((100 * loaded) / total));
  });
  request.upload.addEventListener("load", () => {
    wait();
    say(form, form.dataset.busy);
  });
  request.addEventListener("error", broken);
  request.addEventListener("abort", broken);
  request.addEventListener("load", () => {
    clearTimeout(patience);
    arrive(form, request);
  });
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.responseType = "document";
  say(form, shareOf(form, 0));
  wait();
  request.send(new FormData(form));
}

// What the server answers: the next step, or this one with a sentence; anything else needs a page of its own.
function arrive(form, { response, status }) {
  if (response?.querySelector(".steps")) {
    show(response, status < 400);
  } else if (status === 429 || status >= 500) {
    const told = response?.querySelectorAll("main h1, main h1 + p") ?? [];
    stop(form, told.length ? [...told].map((one) => one.textContent.trim()).join(". ") : form.dataset.broken);
  } else {
    form.submit(); // the session has ended: signing in takes the place of this page
  }
}

function show(page, isNext) {
  if (isNext) {
    history.replaceState({ step: 1 }, "");
    history.pushState({ step: 2 }, "");
  }
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  begin();
  const heading = document.querySelector("main h1");
  heading.tabIndex = -1;
  (document.querySelector('main [aria-invalid="true"]') ?? heading).focus();
  if (isNext) scrollTo(0, 0);
}

function begin() {
  for (const form of document.querySelectorAll("form[data-busy]")) {
    form.addEventListener("submit", (event) => {
      if (refuseTooLarge(form)) {
        event.preventDefault();
        return;
      }
      if (event.submitter && "download" in event.submitter.dataset) return;
      if (form.dataset.sending && fileOf(form)) {
        event.preventDefault();
        send(form);
        return;
      }
      say(form, form.dataset.busy.replace("{count}", rows(form)));
    });
  }

  // The columns of the table that is chosen lie open.
  for (const choice of document.querySelectorAll('.found input[type="radio"]')) {
    choice.addEventListener("change", () => {
      const columns = choice.closest(".found").querySelector("details");
      if (columns) columns.open = true; // a pohon kinerja is drawn instead
    });
  }
}

begin();

// A page that comes back by the Back button is not busy any more.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-busy]")) say(form, "");
});

// Back from what was read to the choice of a file: the address is the same, the page is not.
window.addEventListener("popstate", ({ state }) => {
  if (state?.step === 1) location.reload();
});
