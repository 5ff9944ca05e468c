// Remembers that the end of a module was reached, and explains a dotted word where it stands.

const page = document.querySelector(".book-page");

if (page.dataset.finished) {
  const state = document.getElementById("keadaan");
  const end = new IntersectionObserver(async (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    end.disconnect();
    try {
      const answer = await fetch(page.dataset.finished, {
        method: "POST",
        headers: { "X-CSRFToken": page.dataset.token, Accept: "application/json" },
        keepalive: true,
      });
      if (answer.ok) state.textContent = page.dataset.read;
    } catch {
      // no connection just now: look again when there is one
      addEventListener("online", () => end.observe(document.getElementById("akhir-bacaan")), { once: true });
    }
  });
  end.observe(document.getElementById("akhir-bacaan"));
}

for (const term of document.querySelectorAll("a.term")) {
  const entry = document.querySelector(`${term.hash} dd`);
  term.removeAttribute("title");
  term.setAttribute("role", "button");
  term.setAttribute("aria-expanded", "false");
  const paragraph = term.closest("p");
  const note = document.createElement(paragraph ? "p" : "span");
  note.className = "term-note";
  note.setAttribute("role", "note");
  note.textContent = `${term.textContent}: ${entry.textContent}`;
  const show = (open) => {
    term.setAttribute("aria-expanded", String(open));
    if (!open) note.remove();
    else if (paragraph) paragraph.after(note);
    else term.closest("li, td").append(note);
  };
  term.addEventListener("click", (event) => {
    event.preventDefault();
    show(!note.isConnected);
  });
  term.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
    if (event.key === " ") {
      event.preventDefault();
      show(!note.isConnected);
    }
  });
}
