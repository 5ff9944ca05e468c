// What is typed goes to the server within seconds of rest, and the page says in words whether it did.
// A copy stays in this browser only until the server has it; signing out wipes it (signed-out.js).

const form = document.getElementById("lembar");
const words = form.dataset;
const stateLine = document.getElementById("keadaan");
const herald = document.getElementById("kabar");
const REST = 1500; // milliseconds after the last key
const PENDING = `${words.key}:tertunda`;

let version = Number(form.elements.versi.value);
let token = words.token;
let saved = essence(read());
let busy = null; // the save under way
let conflict = null; // what the server holds instead
let refused = ""; // what the server would not take as a draft
let trouble = false;
let timer = 0;
let wait = 3000;
let leaving = false;
let reloading = false; // what stands on this page is no longer what should be saved
const sent = []; // what this page has sent, to know its own text when it comes back

// The answer that the fields spell: rows.0.sasaran, choices.3, first.name and year are places in it.
function read() {
  const answer = {};
  for (const field of form.elements) {
    const listed = /^(rows|choices|programmes|boxes|iku)\.(\d+)(?:\.(\w+))?$/.exec(field.name);
    if (listed) {
      const [, list, index, column] = listed;
      const items = (answer[list] ??= []);
      if (column) (items[index] ??= {})[column] = field.value;
      else if (field.type === "radio") items[index] = field.checked ? field.value : (items[index] ?? "");
      else items[index] = field.value;
    } else if (field.dataset?.part !== undefined) {
      const [group, name] = field.name.split(".");
      if (name) (answer[group] ??= {})[name] = field.value;
      else answer[group] = field.value;
    }
  }
  return answer;
}

// The same answer always gives the same text, whatever the order of its cells; what is empty does not count.
function essence(answer) {
  const slim = (value) => {
    if (Array.isArray(value)) return value.map(slim).filter((item) => typeof item === "string" || item);
    if (value && typeof value === "object") {
      const pairs = Object.keys(value).sort().map((key) => [key, slim(value[key])]);
      const filled = pairs.filter(([, part]) => part && (part.trim?.() ?? part).length);
      return filled.length ? filled : null;
    }
    return value ?? "";
  };
  return JSON.stringify(slim(answer));
}

// Puts an answer into the fields; false where the page has not the fields for it.
function put(answer) {
  for (const list of ["rows", "programmes"]) {
    if (answer[list]) form.dispatchEvent(new CustomEvent("put-rows", { detail: { list, rows: answer[list] } }));
  }
  answer.choices?.forEach((choice, index) => {
    form.querySelectorAll(`[name="choices.${index}"]`).forEach((radio) => (radio.checked = radio.value === choice));
  });
  for (const field of form.querySelectorAll("[data-part]")) {
    const [group, name] = field.name.split(".");
    if (!field.readOnly) field.value = (name ? answer[group]?.[name] : answer[group]) ?? "";
  }
  return essence(read()) === essence(answer);
}

function reload() {
  reloading = leaving = true;
  location.reload();
}

function show(text, problem = false, link = null) {
  stateLine.textContent = text;
  if (link) stateLine.append(" ", link);
  stateLine.classList.toggle("save-trouble", problem);
  stateLine.classList.toggle("save-done", text.startsWith(words.textSaved));
  if (problem || trouble) herald.textContent = text; // read aloud when it breaks and when it is well again
  trouble = problem;
}

const store = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      if (value) localStorage.setItem(key, JSON.stringify(value));
      else localStorage.removeItem(key);
    } catch {
      // a full or forbidden store: the server's copy is the one that counts
    }
  },
};

function keepLocally(posted = false) {
  store.set(words.key, { answer: read(), version, at: new Date().toISOString(), posted });
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

function save() {
  busy ??= send().finally(() => (busy = null));
  return busy;
}

// True when the server has what is on the page.
async function send(answer = read()) {
  clearTimeout(timer);
  const text = essence(answer);
  if (conflict || reloading || text === refused) return false;
  if (text === saved) {
    store.set(words.key, null);
    return true;
  }
  show(words.textSaving);
  const body = JSON.stringify({ version, answer });
  sent.push(text);
  sent.splice(0, sent.length - 5);
  let response;
  try {
    response = await fetch(words.save, {
      method: "PUT",
      body,
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
      keepalive: document.visibilityState === "hidden" && body.length < 60000,
    });
  } catch {
    return failed(words.textOffline);
  }
  const told = await response.json().catch(() => ({}));
  if (response.ok) return arrived(told, text);
  if (response.status === 409) return refusedAsOlder(told);
  if (response.status === 401) return signedOut();
  if (response.status === 422 || response.status === 413) {
    refused = text;
    show(told.error ?? words.textServer, true);
    return false;
  }
  return failed(words.textServer);
}

function arrived(told, text) {
  stand(told.version, text);
  wait = 3000;
  show(`${words.textSaved} ${told.saved_at}`);
  if (essence(read()) === text) store.set(words.key, null);
  else later(REST);
  return true;
}

function stand(number, text) {
  version = number;
  form.elements.versi.value = number;
  saved = text;
}

function failed(text) {
  show(text, true);
  keepLocally();
  later(wait);
  wait = Math.min(wait * 2, 30000);
  return false;
}

function refusedAsOlder(told) {
  const theirs = essence(told.answer);
  if (sent.includes(theirs)) {
    // our own save had arrived, only its answer was lost on the way
    stand(told.version, theirs);
    later(0);
    return false;
  }
  conflict = told;
  document.getElementById("bentrok-pukul").textContent = told.saved_at;
  document.getElementById("bentrok").hidden = false;
  const choice = document.createElement("a");
  choice.href = "#bentrok"; // on a phone the question stands far above
  choice.textContent = words.textChoose;
  show(words.textConflict, true, choice);
  keepLocally();
  return false;
}

// The session ended. If somebody has signed in again in another tab, go on with the new one.
async function signedOut() {
  keepLocally();
  try {
    const page = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    const html = new DOMParser().parseFromString(await page.text(), "text/html");
    const fresh = html.getElementById("lembar")?.dataset;
    if (fresh?.key === words.key && fresh.token !== token) {
      token = fresh.token;
      form.elements.csrf_token.value = token;
      later(0);
      return false;
    }
  } catch {
    return failed(words.textOffline);
  }
  const link = document.createElement("a");
  link.href = words.signIn;
  link.target = "_blank";
  link.textContent = words.textSignIn;
  show(words.textSignedOut, true, link);
  return false;
}

form.addEventListener("input", () => {
  refused = "";
  keepLocally();
  if (conflict || trouble) return;
  if (essence(read()) !== saved) show(words.textTyping);
  later(REST);
});
form.addEventListener("focusout", (event) => !trouble && !form.contains(event.relatedTarget) && save());
window.addEventListener("online", () => save());
window.addEventListener("focus", () => trouble && save());
document.addEventListener("visibilitychange", () => save());
window.addEventListener("beforeunload", (event) => {
  if (!leaving && trouble && essence(read()) !== saved) event.preventDefault();
});

// A button sends the whole form: first let what is typed arrive, so that the two never cross.
form.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (leaving || button?.value.startsWith("pakai-ini:")) {
    leaving = true;
    return;
  }
  event.preventDefault();
  await new Promise((resolve) => setTimeout(resolve)); // a form cannot be sent from within its own submit event
  if (busy) await busy;
  await save();
  // Without the server, or with a choice to make, stay; a session that ended goes on by the sign-in page.
  if (trouble && [words.textConflict, words.textOffline, words.textServer].includes(stateLine.firstChild.data)) return;
  leaving = true;
  keepLocally(true);
  form.requestSubmit(button);
});
window.addEventListener("pageshow", (event) => event.persisted && location.reload());

document.getElementById("bentrok-pakai").addEventListener("click", () => {
  version = conflict.version;
  conflict = null;
  document.getElementById("bentrok").hidden = true;
  save();
});
document.getElementById("bentrok-muat").addEventListener("click", () => {
  if (!put(conflict.answer)) {
    // other boxes than this page has: the server draws them; what was typed here is among the copies
    store.set(words.key, null);
    reload();
    return;
  }
  stand(conflict.version, essence(read()));
  show(`${words.textSaved} ${conflict.saved_at}`);
  conflict = null;
  document.getElementById("bentrok").hidden = true;
  store.set(words.key, null);
});

// Something typed here never reached the server: offer it in words, never put it back by itself.
function offerLocal() {
  const kept = store.get(words.key) ?? store.get(PENDING);
  const stale = kept?.posted && version > kept.version;
  store.set(words.key, null);
  if (!kept?.answer || stale || essence(kept.answer) === saved) {
    store.set(PENDING, null);
    return;
  }
  store.set(PENDING, kept);
  const offer = document.getElementById("tawaran");
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  document.getElementById("tawaran-pukul").textContent = clock.format(new Date(kept.at));
  offer.hidden = false;
  const settle = (use) => () => {
    offer.hidden = true;
    store.set(PENDING, null);
    if (!use) return;
    if (put(kept.answer)) save();
    else send(kept.answer).then((sent) => sent && reload());
  };
  document.getElementById("tawaran-pakai").addEventListener("click", settle(true));
  document.getElementById("tawaran-buang").addEventListener("click", settle(false));
}

document.getElementById("simpan").hidden = true;
if (location.hash.startsWith("#isi-")) document.getElementById(location.hash.slice(1))?.focus();
offerLocal();
