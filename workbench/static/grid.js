// A table that keyboards like: Enter goes down and adds a row, pasting from a spreadsheet fills cells.
// Without this file the same table works with its buttons. A desk may have several tables.

const selfGrowing = CSS.supports("field-sizing", "content");
const form = document.getElementById("lembar");

function furnish(table) {
  const body = table.tBodies[0];
  const box = table.closest(".grid-box");
  const most = Number(table.dataset.most) || 0;
  const news = box.querySelector(".grid-news");
  const { list, prefix, row: rowId, act } = table.dataset;

  const cells = (row) => [...row.querySelectorAll("textarea")];
  const values = () => [...body.rows].map((row) => cells(row).map((cell) => cell.value));
  const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));

  function grow(cell) {
    if (selfGrowing) return;
    cell.style.height = "auto";
    cell.style.height = `${cell.scrollHeight + 2}px`;
  }

  function renumber() {
    [...body.rows].forEach((row, index) => {
      row.id = `${rowId}-${index + 1}`;
      row.querySelector(".row-no").textContent = index + 1;
      cells(row).forEach((cell) => {
        cell.name = `${list}.${index}.${cell.dataset.column}`;
        cell.id = `${prefix}-${index + 1}-${cell.dataset.column}`;
        cell.setAttribute("aria-label", `${cell.parentElement.dataset.label}, ${table.dataset.textRow.toLowerCase()} ${index + 1}`);
      });
      const remove = row.querySelector(".remove");
      if (remove) {
        remove.value = `hapus-${act}:${index}`;
        remove.setAttribute("aria-label", `${remove.textContent.replace("×", "").trim()} ${index + 1}`);
      }
    });
  }

  function addRow() {
    if (!most) return null;
    if (body.rows.length >= most) {
      tell(table.dataset.textFull);
      return null;
    }
    const row = body.rows[body.rows.length - 1].cloneNode(true);
    row.querySelectorAll(".field-error").forEach((error) => error.remove());
    for (const cell of cells(row)) {
      cell.value = "";
      cell.removeAttribute("aria-invalid");
      cell.removeAttribute("aria-describedby");
      grow(cell);
    }
    body.append(row);
    renumber();
    return row;
  }

  function putRows(rows) {
    while (body.rows.length < rows.length && addRow());
    while (body.rows.length > Math.max(rows.length, 1) && most) body.rows[body.rows.length - 1].remove();
    [...body.rows].forEach((row, index) =>
      cells(row).forEach((cell, place) => {
        if (cell.readOnly) return;
        cell.value = rows[index]?.[place] ?? "";
        grow(cell);
      })
    );
    renumber();
  }

  function tell(text, before) {
    news.hidden = false;
    news.querySelector("span").textContent = text;
    const undo = news.querySelector("button");
    undo.hidden = !before;
    undo.onclick = () => {
      putRows(before);
      news.hidden = true;
      changed();
    };
  }

  function removeRow(row) {
    const before = values();
    const next = row.nextElementSibling ?? row.previousElementSibling;
    if (next) row.remove();
    else cells(row).forEach((cell) => (cell.value = ""));
    renumber();
    cells(next ?? row)[0].focus();
    tell(table.dataset.textRemoved, before);
    changed();
  }

  // Text of a spreadsheet: tabs between cells, and quotes around a cell that holds a line break.
  function parse(text) {
    const rows = [[""]];
    let quoted = false;
    for (let place = 0; place < text.length; place++) {
      const sign = text[place];
      const row = rows[rows.length - 1];
      if (quoted && sign === '"' && text[place + 1] === '"') {
        row[row.length - 1] += '"';
        place++;
      } else if (sign === '"' && (quoted || row[row.length - 1] === "")) quoted = !quoted;
      else if (!quoted && sign === "\t") row.push("");
      else if (!quoted && sign === "\n") rows.push([""]);
      else row[row.length - 1] += sign;
    }
    return rows.filter((row) => row.some((cell) => cell.trim()));
  }

  function paste(event) {
    const cell = event.target;
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
    const ofTable = text.includes("\t") || (/\n./.test(text) && /<table/i.test(event.clipboardData.getData("text/html")));
    if (!ofTable || cell.tagName !== "TEXTAREA") return;
    event.preventDefault();
    const before = values();
    const labels = [...body.rows[0].querySelectorAll("td[data-label]")].map((td) => td.dataset.label.toLowerCase());
    const rows = parse(text).filter((row) => !row.every((part) => labels.includes(part.trim().toLowerCase())));
    let row = cell.closest("tr");
    const first = cells(row).indexOf(cell);
    for (const parts of rows) {
      if (!row) row = addRow();
      if (!row) break;
      parts.forEach((part, place) => {
        const target = cells(row)[first + place];
        if (!target || target.readOnly) return;
        target.value = part.trim().replace(/\s*\n\s*/g, " ");
        grow(target);
      });
      row = row.nextElementSibling;
    }
    tell(table.dataset.textPasted, before);
    changed();
  }

  // Tab goes from the last cell of a row to the next row; its button is reached with Shift and Tab.
  function tab(event) {
    if (event.key !== "Tab" || event.shiftKey || event.target.tagName !== "TEXTAREA") return;
    const row = event.target.closest("tr");
    const below = row.nextElementSibling;
    if (!below || event.target !== cells(row).at(-1)) return;
    event.preventDefault();
    cells(below)
      .find((cell) => !cell.readOnly)
      ?.focus();
  }

  function enter(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target.tagName !== "TEXTAREA") return;
    const row = event.target.closest("tr");
    const below = row.nextElementSibling;
    const target = below ? cells(below)[cells(row).indexOf(event.target)] : cells(addRow() ?? document.createElement("tr"))[0];
    event.preventDefault();
    target?.focus();
  }

  body.addEventListener("input", (event) => event.target.tagName === "TEXTAREA" && grow(event.target));
  body.addEventListener("keydown", tab);
  body.addEventListener("keydown", enter);
  body.addEventListener("paste", paste);
  body.addEventListener("click", (event) => {
    const remove = event.target.closest(".remove");
    if (!remove) return;
    event.preventDefault();
    removeRow(remove.closest("tr"));
  });
  box.querySelector(".add")?.addEventListener("click", (event) => {
    event.preventDefault();
    const row = addRow();
    if (row) cells(row)[0].focus();
  });
  form.addEventListener("put-rows", (event) => {
    if (event.detail.list !== list) return;
    const columns = cells(body.rows[0]).map((cell) => cell.dataset.column);
    putRows(event.detail.rows.map((row) => columns.map((column) => row[column] ?? "")));
  });

  body.querySelectorAll("textarea").forEach(grow);
  document.fonts?.ready.then(() => body.querySelectorAll("textarea").forEach(grow));
}

document.querySelectorAll("table.grid").forEach(furnish);
